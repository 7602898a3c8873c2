import { expect, test } from 'vitest';
import {
  appealAgainst,
  overturn,
  refuseAsAppealDecider,
  uphold,
} from '../../../../schema/domain/authorizations/appealing.ts';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import { deny, grant } from '../../../../schema/domain/authorizations/decide.ts';
import { aCase } from './a-case.ts';
import { ada, factsOf, reasons } from './deciding.ts';

const day_ms = 86_400_000;
const world = aCase({ plan: { benefits: { BED: {}, SCAN: {} } } }, [
  { service: 'BED', quantity: 2 },
  { service: 'SCAN' },
]);
const facts = factsOf(world);
const rejected = deny(
  world.request,
  { version: 1, reasons: ['50'], sentence: 'No.' },
  ada,
  reasons,
) as Authorization;
const inPart = grant(
  world.request,
  { version: 1, lines: [{ line: 1, approvedQuantity: 1, approved: 1000, reasons: ['50'] }] },
  ada,
  facts,
) as Authorization;
const clerk = { at: ada.at + day_ms, id: 'clinic-clerk', name: 'Chi Clerk' };
const ben = { at: ada.at + 2 * day_ms, id: 'ben', name: 'Ben Eze' };
const terms = { appealDays: 30, zone: 'Africa/Lagos' };
const objection = { text: 'It was needed.', attachments: [] };
const appealed = (one: Authorization, at = clerk.at) =>
  appealAgainst(one, objection, { ...clerk, at }, terms);
const open = (one = rejected) => appealed(one) as Authorization;

test('an appeal waits with the clock that the request had, and says against whose decision it is', () => {
  expect(open()).toMatchObject({
    state: 'REJECTED',
    version: 3,
    appeals: [
      { n: 1, state: 'OPEN', against: 'ada', by: 'Chi Clerk', dueAt: clerk.at + world.request.clock_ms },
    ],
  });
  expect(open().conversation.at(-1)).toMatchObject({
    from: 'facility',
    kind: 'appeal',
    text: 'It was needed.',
  });
});

test('for thirty days, and of what was refused', () => {
  expect(appealed(rejected, ada.at + 30 * day_ms)).toMatchObject({ version: 3 });
  expect(appealed(rejected, ada.at + 31 * day_ms)).toMatchObject({ code: 'wrong_state' });
  expect(appealed(open())).toMatchObject({ code: 'wrong_state' });
  const lines = rejected.lines;
  expect(appealed({ ...rejected, decidedAt: null, lines }, 0)).toMatchObject({ code: 'wrong_state' });
});

test('neither the first decider nor who entered the request decides it; against a rule anybody else may', () => {
  expect(refuseAsAppealDecider(open(), ada)).toMatchObject({ code: 'forbidden' });
  expect(refuseAsAppealDecider({ ...open(), submittedBy: 'ben' }, ben)).toMatchObject({ code: 'forbidden' });
  expect(refuseAsAppealDecider(open(), ben)).toBeNull();
  expect(refuseAsAppealDecider(open({ ...rejected, decidedBy: null }), ada)).toBeNull();
});

test('a second appeal is decided alone: the first keeps its own', () => {
  const upheld = uphold(open(), upholding, ben, reasons) as Authorization;
  const anew = appealed({ ...upheld, decidedAt: ben.at }, ben.at + 1) as Authorization;
  expect(uphold(anew, { ...upholding, version: 5, reasons: ['50'] }, ben, reasons)).toMatchObject({
    appeals: [{ decided: { reasons: [{ code: '193' }] } }, { n: 2, decided: { reasons: [{ code: '50' }] } }],
  });
});

const upholding = { version: 3, reasons: ['193'], sentence: 'It stands.' };

test('upheld, the decision stands', () => {
  const after = uphold(open(), upholding, ben, reasons);
  expect(after).toMatchObject({
    state: 'REJECTED',
    version: 4,
    decidedBy: 'ada',
    appeals: [{ state: 'UPHELD', decided: { by: 'ben', name: 'Ben Eze', reasons: [{ code: '193' }] } }],
  });
  expect(uphold(open(), { ...upholding, reasons: [] }, ben, reasons)).toMatchObject({ code: 'invalid' });
  expect(uphold(open(), { ...upholding, version: 2 }, ben, reasons)).toMatchObject({ code: 'stale' });
  expect(uphold(open(), upholding, ada, reasons)).toMatchObject({ code: 'forbidden' });
  expect(uphold(rejected, { ...upholding, version: 2 }, ben, reasons)).toMatchObject({ code: 'wrong_state' });
});

test('overturned, a rejection becomes a grant of its own', () => {
  expect(overturn(open(), upholding, ben, facts)).toMatchObject({
    state: 'APPROVED',
    version: 4,
    approved: 3000,
    decidedBy: 'ben',
    code: facts.code,
    appeals: [{ state: 'OVERTURNED', decided: { by: 'ben' } }],
  });
  const { history } = overturn(open(), upholding, ben, facts) as Authorization;
  expect(history.slice(-2).map(({ what }) => what)).toEqual(['overturned', 'approved']);
});

test('nothing that was granted is taken away, and the code stays', () => {
  const kept = { ...inPart, code: 'TST-PA-260526-KKKKKK' };
  const lines = [{ line: 2, approvedQuantity: 0, approved: 0, reasons: ['50'] }];
  expect(overturn(open(kept), { ...upholding, lines }, ben, facts)).toMatchObject({
    state: 'APPROVED',
    code: 'TST-PA-260526-KKKKKK',
    lines: [{ approvedQuantity: 2 }, { approvedQuantity: 1, approved: 1000 }],
  });
  const same = [{ line: 1, approvedQuantity: 1, approved: 1000, reasons: ['50'] }];
  expect(overturn(open(kept), { ...upholding, lines: same }, ben, facts)).toMatchObject({
    errors: [{ field: 'lines', message: expect.stringContaining('uphold') }],
  });
});

test('a new decision is held to what any other is', () => {
  const decide = (own: object, one = open()) => overturn(one, { ...upholding, ...own }, ben, facts);
  expect(decide({ reasons: ['ZZ'] })).toMatchObject({ code: 'invalid' });
  expect(decide({ recommendation: 'other' })).toMatchObject({ code: 'stale' });
  expect(decide({ validTo: '2026-05-01' })).toMatchObject({ errors: [{ field: 'validTo' }] });
  expect(decide({ lines: [{ line: 9, approvedQuantity: 1, approved: 1, reasons: [] }] })).toMatchObject({
    errors: [{ field: 'lines.0.line' }],
  });
  expect(overturn(open(), upholding, ada, facts)).toMatchObject({ code: 'forbidden' });
  const undecided = open({ ...rejected, approved: null });
  expect(decide({}, undecided)).toMatchObject({ approved: 3000 });
  const blank = open();
  const lines = blank.lines.map((line) => ({ ...line, approved: null, approvedQuantity: null }));
  expect(decide({}, { ...blank, lines })).toMatchObject({ approved: 3000 });
});
