import { expect, test } from 'vitest';
import { isNoticed, wantsMail, wantsNotice } from '../../../../schema/domain/members/member-notices.ts';

const portal = { accountId: 'a', state: 'ACTIVE', since: 1 } as const;
const approved = { topic: 'claims', what: 'APPROVED' } as const;

test('steps between the insurer and a facility are no notices, nor is an answered alert', () => {
  expect(isNoticed(approved)).toBe(true);
  for (const what of ['RECEIVED', 'IN_REVIEW', 'RESUBMITTED', 'moved'])
    expect(isNoticed({ topic: 'claims', what })).toBe(false);
  expect(isNoticed({ topic: 'alerts', what: 'asked' })).toBe(true);
  expect(isNoticed({ topic: 'alerts', what: 'answered' })).toBe(false);
});

test('only somebody with an account of their own that is in use has notices', () => {
  expect(wantsNotice({ portal, noticesOff: [] }, approved)).toBe(true);
  expect(wantsNotice({ portal: null, noticesOff: [] }, approved)).toBe(false);
  expect(wantsNotice({ portal: { ...portal, state: 'SUSPENDED' }, noticesOff: [] }, approved)).toBe(false);
});

test('what is turned off is not told, and everything else is', () => {
  const person = { portal, noticesOff: ['claims', 'coverage'] } as const;
  expect(wantsNotice(person, approved)).toBe(false);
  expect(wantsNotice(person, { topic: 'authorizations', what: 'APPROVED' })).toBe(true);
  expect(wantsNotice(person, { topic: 'check-ins', what: 'CHECKED_IN' })).toBe(true);
  expect(wantsNotice(person, { topic: 'claims', what: 'RECEIVED' })).toBe(false);
});

test('an e-mail goes to who chose it for the kind, and has an address', () => {
  const person = { email: 'n@people.example', noticesByMail: ['claims'] } as const;
  expect(wantsMail(person, approved)).toBe(true);
  expect(wantsMail(person, { topic: 'coverage' })).toBe(false);
  expect(wantsMail({ ...person, email: null }, approved)).toBe(false);
});
