import { expect, test } from 'vitest';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import { grant } from '../../../../schema/domain/authorizations/decide.ts';
import type { AuthorizationProposal } from '../../../../schema/domain/authorizations/parts.ts';
import {
  asDecided,
  declined,
  otherFigures,
  proposalForSecond,
  proposalOn,
  proposed,
} from '../../../../schema/domain/authorizations/propose.ts';
import { aCase } from './a-case.ts';
import { ada, factsOf } from './deciding.ts';
import { requestOf } from './sample.ts';

const world = aCase({ plan: { benefits: { SCAN: { limits: { period: 1500 } } } } }, [
  { service: 'SCAN', quantity: 2 },
]);
const facts = factsOf(world);
const wanted = {
  what: 'decision',
  recommendation: 'seen',
  days: null,
  reasons: [],
  sentence: 'Yes.',
} as const;
function waiting(lines = [{ line: 1, approvedQuantity: 1, approved: 900, reasons: ['50'] }]) {
  const after = grant(world.request, { version: 1, lines }, ada, facts);
  return proposed(world.request, after as Authorization, wanted, ada);
}
const proposalOf = (one: Authorization): AuthorizationProposal => {
  if (!one.proposal) throw new Error('there is none');
  return one.proposal;
};

test('a proposal stands on the request, of which nothing else changes but the version', () => {
  const one = waiting();
  const { proposal, version, ...rest } = one;
  const { proposal: _, version: before, ...was } = world.request;
  expect(rest).toEqual(was);
  expect(version).toBe(before + 1);
  expect(proposal).toMatchObject({
    ...wanted,
    by: 'ada',
    name: 'Ada Obi',
    approved: 900,
    validTo: '2026-06-09',
    lines: [{ line: 1, approvedQuantity: 1, approved: 900, reasons: [{ code: '50' }], override: null }],
    declined: null,
  });
  expect(proposalOn(one)).toBe(proposal);
  expect(proposalOn(requestOf())).toBeNull();
});

test('an undecided request would be proposed as nothing', () => {
  const { proposal } = proposed(world.request, world.request, wanted, ada);
  expect(proposal).toMatchObject({ approved: 0, lines: [{ approvedQuantity: 0, approved: 0 }] });
});

test('confirming decides the lines that were decided otherwise as they were proposed', () => {
  const { judgement } = facts;
  expect(asDecided(proposalOf(waiting()), judgement)).toEqual([
    { line: 1, approvedQuantity: 1, approved: 900, reasons: ['50'], override: undefined },
  ]);
  const more = [{ line: 1, approvedQuantity: 2, approved: 2000, reasons: [], override: 'Agreed.' }];
  expect(asDecided(proposalOf(waiting(more)), judgement)).toEqual(more);
  expect(asDecided(proposalOf(waiting([])), judgement)).toEqual([]);
});

const second = (one: Authorization, version = one.version, id = 'meg', ceiling: number | 'unlimited' = 900) =>
  proposalForSecond(one, version, { id }, ceiling);

test('a second person with enough ceiling is given it; nobody else', () => {
  const one = waiting();
  expect(second(one)).toBe(one.proposal);
  expect(second(one, one.version, 'ada')).toMatchObject({ code: 'forbidden' });
  expect(second(one, one.version, 'clinic-clerk')).toMatchObject({
    message: 'You entered this request: somebody else must approve it.',
  });
  expect(second(one, one.version, 'meg', 899)).toMatchObject({ code: 'forbidden' });
  expect(second(one, 1)).toMatchObject({ code: 'stale' });
  expect(second(requestOf())).toMatchObject({ code: 'wrong_state' });
});

test('declined it waits no longer, with a sentence to whoever made it', () => {
  const one = waiting();
  const after = declined(
    one,
    proposalOf(one),
    { ...ada, id: 'meg', name: 'Meg Udo' },
    'Ask for the scan first.',
  );
  expect(after.proposal?.declined).toEqual({
    by: 'meg',
    name: 'Meg Udo',
    at: ada.at,
    sentence: 'Ask for the scan first.',
  });
  expect(after.version).toBe(one.version + 1);
  expect(after.history).toEqual(world.request.history);
  expect(proposalOn(after)).toBeNull();
});

test('other figures are told with both amounts', () => {
  const one = waiting();
  expect(otherFigures(one, proposalOf(one), 70_000)).toMatchObject({
    code: 'stale',
    message: expect.stringMatching(/since ₦ 9\.00 was proposed: ₦ 700\.00 now/),
  });
});
