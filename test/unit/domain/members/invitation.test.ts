import { expect, test } from 'vitest';
import { hour_ms } from '../../../../schema/domain/dates.ts';
import { invitation_ms, invitedBy, standingOf } from '../../../../schema/domain/members/invitation.ts';

const at = 1_800_000_000_000;
const invitation = { tokenHash: 'a', email: 'n@x.example', at, expiresAt: at + invitation_ms, usedAt: null };

test('a link works for 72 hours, once', () => {
  expect(standingOf(invitation, 'a', at)).toBe('works');
  expect(standingOf(invitation, 'a', at + 72 * hour_ms - 1)).toBe('works');
  expect(standingOf(invitation, 'a', at + 72 * hour_ms)).toBe('expired');
  expect(standingOf({ ...invitation, usedAt: at + 1 }, 'a', at + 2)).toBe('used');
});

test('a link that was replaced, or never made, is unknown', () => {
  expect(standingOf(invitation, 'b', at)).toBe('unknown');
  expect(standingOf(null, 'a', at)).toBe('unknown');
});

test('a link goes by e-mail where there is any, else to a telephone, else by hand', () => {
  const [none, phone] = [{ phone: null }, { phone: '+2348012345678' }];
  expect(invitedBy({ email: true, sms: true }, phone)).toBe('email');
  expect(invitedBy({ email: false, sms: true }, phone)).toBe('sms');
  expect(invitedBy({ email: false, sms: true }, none)).toBeNull();
  expect(invitedBy({ email: false, sms: false }, phone)).toBeNull();
});
