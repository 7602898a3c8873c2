import { expect, test } from 'vitest';
import { consentTexts, withConsent } from '../../../../schema/domain/members/consent-texts.ts';
import { seenByPrincipal } from '../../../../schema/domain/members/may-see.ts';

const to = seenByPrincipal;

test('a consent is kept with the version of its text and when, given and taken back', () => {
  const given = withConsent([], { to, given: true, at: 5 });
  expect(given).toEqual([{ to, version: consentTexts[0]?.version, at: 5, endedAt: null }]);
  expect(withConsent(given, { to, given: true, at: 6 })).toBe(given);
  const other = { to: 'other', version: '1', at: 1, endedAt: null };
  const back = withConsent([other, ...given], { to, given: false, at: 7 });
  expect(back.map(({ endedAt }) => endedAt)).toEqual([null, 7]);
  expect(withConsent(back, { to, given: true, at: 8 })).toHaveLength(3);
});

test('what has no text has no version, and what was not given cannot be taken back', () => {
  expect(withConsent([], { to: 'x', given: true, at: 1 })).toEqual([
    { to: 'x', version: '', at: 1, endedAt: null },
  ]);
  expect(withConsent([], { to: 'x', given: false, at: 1 })).toEqual([]);
});
