import { expect, test } from 'vitest';
import { memberTopics } from '../../../../schema/domain/members/member-news.ts';
import { myNoticeWords } from '../../../../views/enrollee/notice-words.ts';

test('a notice says what has become of what, by its number', () => {
  expect(myNoticeWords('claims', 'CLM-26-000001', 'REJECTED')).toBe('Claim CLM-26-000001 was not approved');
  expect(myNoticeWords('alerts', 'PA-26-000001', 'asked')).toContain('PA-26-000001 asks');
});

test('a cover is told of without the id of whose it is', () => {
  expect(myNoticeWords('coverage', 'person-1', 'suspend')).toBe('Cover is suspended');
});

test('what nobody has words for has changed', () => {
  for (const topic of memberTopics) expect(myNoticeWords(topic, 'x', 'new')).toMatch(/ changed$/);
});
