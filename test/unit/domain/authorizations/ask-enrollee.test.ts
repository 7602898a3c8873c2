import { expect, test } from 'vitest';
import {
  asked,
  channelsFor,
  insteadOfPush,
  isAsked,
  whoIsAsked,
} from '../../../../schema/domain/authorizations/ask-enrollee.ts';

const day = '2026-11-26';
const portal = { accountId: 'a', state: 'ACTIVE', since: 1 } as const;
const person = (own = {}) => ({
  id: 'p',
  principalId: null,
  birthDate: '1990-05-17',
  portal: null,
  email: null,
  phone: null,
  ...own,
});
const nothing = { email: false, sms: false, browsers: 0 };
const all = { email: true, sms: true, browsers: 2 };

test('only of emergencies', () => {
  expect(isAsked({ urgency: 'EMERGENCY' })).toBe(true);
  expect(isAsked({ urgency: 'URGENT' })).toBe(false);
});

test('whoever is of age is asked themselves, for a minor the principal', () => {
  const principal = person({ id: 'boss' });
  const eighteen = person({ principalId: 'boss', birthDate: '2008-11-26' });
  const nearly = person({ principalId: 'boss', birthDate: '2008-11-27' });
  expect(whoIsAsked(eighteen, principal, day)).toBe(eighteen);
  expect(whoIsAsked(nearly, principal, day)).toBe(principal);
  expect(whoIsAsked(nearly, null, day)).toBe(nearly);
});

test('by every way there is; a text message where no phone takes notifications; a call where there is none', () => {
  const reached = { portal, email: 'n@x.example', phone: '+234' };
  expect(channelsFor(person(reached), all)).toEqual(['screen', 'push', 'email']);
  expect(channelsFor(person(reached), { ...all, browsers: 0 })).toEqual(['screen', 'email', 'sms']);
  expect(channelsFor(person(reached), nothing)).toEqual(['screen']);
  expect(channelsFor(person({ phone: '+234' }), all)).toEqual(['sms']);
  expect(channelsFor(person({ email: 'n@x.example' }), all)).toEqual(['email']);
  const suspended = { ...portal, state: 'SUSPENDED' as const };
  expect(channelsFor(person({ portal: suspended }), all)).toEqual(['call']);
  expect(channelsFor(person(), all)).toEqual(['call']);
});

test('whose last phone is gone gets a text message; is rung where there is none; and waits for a mail that is under way', () => {
  const ways = { email: true, sms: true };
  expect(insteadOfPush(person({ portal, phone: '+234', email: 'n@x.example' }), ways)).toBe('sms');
  expect(insteadOfPush(person({ portal, email: 'n@x.example' }), ways)).toBeNull();
  expect(insteadOfPush(person({ portal }), ways)).toBe('call');
  expect(insteadOfPush(person({ portal, phone: '+234' }), { email: false, sms: false })).toBe('call');
});

test('nothing is assumed of who does not answer', () => {
  expect(asked(person({ portal }), nothing, 7)).toEqual({
    state: 'ASKED',
    at: 7,
    to: 'p',
    channels: ['screen'],
    answered: null,
    investigation: null,
  });
});
