import { expect, test } from 'vitest';
import type { Claim } from '../../../../schema/domain/claims/claim.ts';
import {
  canBeHeld,
  hold,
  letGo,
  refuseIfOnHold,
  stood_ms,
} from '../../../../schema/domain/claims/holding.ts';
import { answer, query } from '../../../../schema/domain/claims/query.ts';
import { reject } from '../../../../schema/domain/claims/reject.ts';
import { reopen } from '../../../../schema/domain/claims/reopen.ts';
import { isRefusal, type Refusal } from '../../../../schema/domain/refusal.ts';
import { aClaim, ada, clerk, hour, reasons, rules, tuesday } from './a-claim.ts';

const made = (claim: Claim | Refusal): Claim => {
  if (isRefusal(claim)) throw new Error(claim.message);
  return claim;
};
const at = (hours: number) => ({ ...ada, at: tuesday + hours * hour });

test('a claim is held once by each investigation, and its clock stands from the first on', () => {
  const once = hold(aClaim('IN_REVIEW'), 'INV-000001', tuesday);
  expect(once).toMatchObject({ holds: ['INV-000001'], heldAt: tuesday, version: 3 });
  expect(hold(once, 'INV-000001', tuesday + hour)).toBe(once);
  expect(hold(once, 'INV-000002', tuesday + hour)).toMatchObject({
    holds: ['INV-000001', 'INV-000002'],
    heldAt: tuesday,
  });
});

test('what is approved is held without a clock, what is over is not held', () => {
  expect(hold(aClaim('APPROVED'), 'INV-000001', tuesday)).toMatchObject({
    heldAt: null,
    holds: ['INV-000001'],
  });
  const rejected = aClaim('REJECTED');
  expect(canBeHeld(rejected)).toBe(false);
  expect(hold(rejected, 'INV-000001', tuesday)).toBe(rejected);
});

test('with the last hold the clock goes on: due moment and rank move by the time it stood', () => {
  const claim = aClaim('IN_REVIEW');
  const twice = hold(hold(claim, 'INV-000001', tuesday), 'INV-000002', tuesday + hour);
  const once = letGo(twice, 'INV-000001', tuesday + 2 * hour, rules);
  expect(once).toMatchObject({ holds: ['INV-000002'], heldAt: tuesday, dueAt: claim.dueAt });
  const free = letGo(once, 'INV-000002', tuesday + 5 * hour, rules);
  expect(free).toMatchObject({ holds: [], heldAt: null, dueAt: (claim.dueAt ?? 0) + 5 * hour });
  expect((free.dueAt ?? 0) - (free.rankAt ?? 0)).toBeLessThanOrEqual(12 * hour);
  expect(letGo(free, 'INV-000002', tuesday, rules)).toBe(free);
});

test('one that is not due yet stays so, and one that is approved has no clock', () => {
  const held = hold(aClaim('SUBMITTED', { dueAt: null }), 'INV-000001', tuesday);
  expect(letGo(held, 'INV-000001', tuesday + hour, rules)).toMatchObject({ dueAt: null, heldAt: null });
  const approved = hold(aClaim('APPROVED'), 'INV-000001', tuesday);
  expect(letGo(approved, 'INV-000001', tuesday + hour, rules)).toMatchObject({
    dueAt: approved.dueAt,
    holds: [],
  });
});

test('a time in which a claim is both queried and held counts once, whichever begins or ends first', () => {
  const begun = aClaim('IN_REVIEW');
  const dueLater = (claim: Claim) => ((claim.dueAt ?? 0) - (begun.dueAt ?? 0)) / hour;
  const queried = (claim: Claim, hours: number) =>
    made(query(claim, { version: claim.version, question: 'Why?' }, at(hours)));
  const answered = (claim: Claim, hours: number) =>
    made(answer(claim, { answer: 'So.' }, { ...clerk, at: tuesday + hours * hour }, rules));
  const free = (claim: Claim, hours: number) => letGo(claim, 'INV-000001', tuesday + hours * hour, rules);
  const held = (claim: Claim, hours: number) => hold(claim, 'INV-000001', tuesday + hours * hour);
  expect(dueLater(free(answered(queried(held(begun, 0), 1), 2), 4))).toBe(4);
  expect(dueLater(answered(free(queried(held(begun, 0), 1), 2), 4))).toBe(4);
  expect(dueLater(free(answered(held(queried(begun, 0), 1), 2), 4))).toBe(4);
  expect(dueLater(answered(free(held(queried(begun, 0), 1), 2), 4))).toBe(4);
  expect(stood_ms(5, 3, 9)).toBe(0);
});

test('what is held cannot be approved, and is told by what', () => {
  expect(refuseIfOnHold(aClaim('IN_REVIEW'))).toBeNull();
  expect(refuseIfOnHold(aClaim('IN_REVIEW', { holds: ['INV-000001'] }))?.message).toMatch(
    /^Investigation INV-000001 holds claim CLM-26-000017: it cannot be approved/,
  );
  expect(refuseIfOnHold(aClaim('IN_REVIEW', { holds: ['INV-000001', 'INV-000002'] }))?.message).toMatch(
    /^Investigations INV-000001, INV-000002 hold claim/,
  );
});

test('a rejected claim is held by nothing any more, a reopened one again', () => {
  const held = hold(aClaim('IN_REVIEW'), 'INV-000001', tuesday);
  const input = { version: held.version, reasons: ['50'], sentence: 'No.' };
  expect(reject(held, input, ada, reasons)).toMatchObject({ holds: [], heldAt: null });
  const approved = hold(aClaim('APPROVED'), 'INV-000001', tuesday);
  const again = { version: approved.version, reason: 'Why not.' };
  expect(reopen(approved, again, at(1), rules)).toMatchObject({ heldAt: tuesday + hour });
  expect(reopen(aClaim('APPROVED'), again, at(1), rules)).toMatchObject({ heldAt: null });
});
