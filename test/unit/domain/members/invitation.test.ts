import { expect, test } from 'vitest';
import { hour_ms } from '../../../../schema/domain/dates.ts';
import { invitation_ms, standingOf } from '../../../../schema/domain/members/invitation.ts';

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
