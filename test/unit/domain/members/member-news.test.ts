import { expect, test } from 'vitest';
import {
  isUrgent,
  newsAbout,
  newsWord,
  readNewsWord,
} from '../../../../schema/domain/members/member-news.ts';

test('news is read again as it was written', () => {
  const news = { topic: 'claims', about: 'CLM-26-000001', what: 'approved' } as const;
  expect(readNewsWord(newsWord(news))).toEqual(news);
});

test('a word of something else is no news', () => {
  expect(readNewsWord('ApproveClaim')).toBeNull();
  expect(readNewsWord('alerts')).toEqual({ topic: 'alerts', about: '', what: '' });
});

test('only alerts set out before everything else', () => {
  expect(isUrgent(newsWord({ topic: 'alerts', about: 'PA-26-000001', what: 'asked' }))).toBe(true);
  expect(isUrgent(newsWord({ topic: 'coverage', about: 'x', what: 'moved' }))).toBe(false);
});

test('a message is about a topic and a number', () => {
  expect(newsAbout({ topic: 'claims', about: 'CLM-26-000001' })).toBe('claims|CLM-26-000001');
});
