import { expect, test } from 'vitest';
import type { Appeal } from '../../../../schema/domain/authorizations/appeal.ts';
import {
  type Authorization,
  authorizationStates,
} from '../../../../schema/domain/authorizations/authorization.ts';
import {
  type AuthorizationVerb,
  possibleNow,
  refuseUnlessPossible,
} from '../../../../schema/domain/authorizations/life.ts';
import { isReduced } from '../../../../schema/domain/authorizations/reduced.ts';
import { lineOf, requestOf } from './sample.ts';

const decidedAt = Date.UTC(2026, 4, 26);
const reduced = [lineOf({ approvedQuantity: 1, approved: 500_000 })];
const whole = [lineOf({ approvedQuantity: 2, approved: 1_000_000 })];
const appeal = (own: Partial<Appeal> = {}): Appeal => ({
  n: 1,
  state: 'OPEN',
  at: decidedAt + 1,
  by: 'Chi Clerk',
  text: 'It was needed.',
  attachments: [],
  against: 'ada',
  dueAt: decidedAt + 5,
  warnedAt: null,
  breachedAt: null,
  decided: null,
  ...own,
});
const admission = { from: '2026-06-01', days: 3, dischargedOn: null };

/** An admission of which one line was granted in part, in any state. */
const inState = (state: Authorization['state'], own: Partial<Authorization> = {}) =>
  requestOf({
    state,
    decidedAt: state === 'REQUESTED' || state === 'QUERIED' ? null : decidedAt,
    lines: reduced,
    admission,
    ...own,
  });

const expected: Record<Authorization['state'], AuthorizationVerb[]> = {
  REQUESTED: ['query', 'approve', 'reject', 'cancel'],
  QUERIED: ['answer', 'approve', 'reject', 'cancel'],
  APPROVED: ['cancel', 'extend', 'discharge'],
  PARTIALLY_APPROVED: ['cancel', 'extend', 'discharge', 'appeal'],
  REJECTED: ['appeal'],
  CANCELLED: [],
  USED: ['extend', 'discharge', 'appeal'],
  EXPIRED: ['extend', 'discharge', 'appeal'],
};
const verbs = [...new Set(Object.values(expected).flat()), 'decideAppeal'] as AuthorizationVerb[];

test.each(authorizationStates)(
  'in %s exactly what follows is possible, and all else is refused in words',
  (state) => {
    const one = inState(state);
    expect(possibleNow(one)).toEqual(expected[state]);
    for (const verb of verbs) {
      const no = refuseUnlessPossible(one, verb);
      if (expected[state].includes(verb)) expect(no).toBeNull();
      else expect(no).toMatchObject({ code: 'wrong_state', message: expect.stringContaining(one.number) });
    }
  },
);

test('what was granted in full is not appealed; co-pay and deductible are no reduction', () => {
  expect(possibleNow(inState('USED', { lines: whole }))).not.toContain('appeal');
  const judged = { deductible: 100_000, coPay: 50_000 } as never;
  expect(isReduced({ decidedAt, lines: [lineOf({ approvedQuantity: 2, approved: 850_000, judged })] })).toBe(
    false,
  );
  expect(isReduced({ decidedAt, lines: [lineOf({ approvedQuantity: 2, approved: 849_999, judged })] })).toBe(
    true,
  );
  expect(isReduced({ decidedAt, lines: [lineOf()] })).toBe(true);
  expect(isReduced({ decidedAt: null, lines: reduced })).toBe(false);
});

test('a decision is appealed once; a new decision can be appealed again', () => {
  const open = inState('REJECTED', { appeals: [appeal()] });
  expect(possibleNow(open)).toEqual(['decideAppeal']);
  const upheld = inState('REJECTED', { appeals: [appeal({ state: 'UPHELD' })] });
  expect(possibleNow(upheld)).toEqual([]);
  const anew = inState('PARTIALLY_APPROVED', {
    appeals: [appeal({ state: 'OVERTURNED' })],
    decidedAt: decidedAt + 9,
  });
  expect(possibleNow(anew)).toContain('appeal');
});

test('what was drawn on, or is being appealed, is not cancelled', () => {
  const lines = [{ ...reduced[0], usedQuantity: 1 } as Authorization['lines'][number]];
  expect(possibleNow(inState('APPROVED', { lines }))).not.toContain('cancel');
  expect(possibleNow(inState('APPROVED', { appeals: [appeal()] }))).not.toContain('cancel');
});

test('once discharged an admission is closed; what is none has no discharge', () => {
  const closed = { ...admission, dischargedOn: '2026-06-03' };
  expect(possibleNow(inState('APPROVED', { admission: closed }))).toEqual(['cancel']);
  expect(possibleNow(inState('APPROVED', { admission: null }))).toEqual(['cancel', 'extend']);
});
