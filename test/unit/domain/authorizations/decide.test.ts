import { expect, test } from 'vitest';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import { deny, type Grant, grant } from '../../../../schema/domain/authorizations/decide.ts';
import type { LineApproval } from '../../../../schema/domain/claims/line-approvals.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { type AskedFor, aCase } from './a-case.ts';
import { ada, code, factsOf, reasons } from './deciding.ts';

const two: AskedFor[] = [{ service: 'BED', quantity: 3 }, { service: 'SCAN' }];
const plan = { benefits: { BED: {}, SCAN: { limits: { period: 2000 } } } };
const world = aCase({ plan }, two);
const decide = (input: Partial<Grant> = {}, own: Partial<Authorization> = {}) =>
  grant({ ...world.request, ...own }, { version: 1, ...input }, ada, factsOf(world));
const part = (own: Partial<LineApproval> = {}): LineApproval => ({
  line: 1,
  approvedQuantity: 2,
  approved: 2000,
  reasons: ['50'],
  ...own,
});

test('granted as recommended: what was asked, under a code, from today for the days of the settings', () => {
  expect(decide()).toMatchObject({
    state: 'APPROVED',
    version: 2,
    approved: 4000,
    code,
    validFrom: '2026-05-26',
    validTo: '2026-06-09',
    reservedTo: '2026-09-07',
    decidedAt: ada.at,
    decidedBy: 'ada',
    rule: null,
    dueAt: null,
    conversation: [],
    lines: [
      { approvedQuantity: 3, approved: 3000, override: null, reservation: null },
      { approvedQuantity: 1, approved: 1000 },
    ],
  });
  const { history } = decide() as Authorization;
  expect(history.at(-1)).toEqual({ at: ada.at, what: 'approved', by: 'Ada Obi', detail: code });
});

test('the decider may say until when, with a sentence for the provider', () => {
  expect(decide({ validTo: '2026-06-30', sentence: 'Go ahead.' })).toMatchObject({
    validTo: '2026-06-30',
    conversation: [{ from: 'tenant', kind: 'decision', text: 'Go ahead.' }],
  });
  expect(decide({ validTo: '2026-05-31' })).toMatchObject({ errors: [{ field: 'validTo' }] });
});

test('a line granted in part takes a reason, and makes the request granted in part', () => {
  expect(decide({ lines: [part()] })).toMatchObject({
    state: 'PARTIALLY_APPROVED',
    approved: 3000,
    lines: [{ approvedQuantity: 2, reasons: [{ code: '50', group: 'CO' }] }, { approvedQuantity: 1 }],
  });
  expect(decide({ lines: [part({ reasons: [] })] })).toMatchObject({
    errors: [{ field: 'lines.0.reasons' }],
  });
  expect(decide({ lines: [part({ line: 9 })] })).toMatchObject({
    errors: [{ field: 'lines.0.line', message: 'Line 9 is not in this request.' }],
  });
});

test('a line named as recommended is as recommended', () => {
  const lines = [part({ approvedQuantity: 3, approved: 3000, reasons: [] })];
  expect(decide({ lines })).toMatchObject({ state: 'APPROVED', approved: 4000 });
});

test('more than was asked is never granted, more than is recommended with a sentence', () => {
  expect(decide({ lines: [part({ approvedQuantity: 4, approved: 4000 })] })).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'lines.0.approvedQuantity' }, { field: 'lines.0.approved' }],
  });
  const tight = aCase({ plan: { benefits: { SCAN: { limits: { period: 400 } } } } }, [{ service: 'SCAN' }]);
  const whole = part({ approvedQuantity: 1, approved: 1000, reasons: [] });
  const grantTight = (lines: LineApproval[]) =>
    grant(tight.request, { version: 1, lines }, ada, factsOf(tight));
  expect(grantTight([])).toMatchObject({ state: 'PARTIALLY_APPROVED', approved: 400 });
  expect(grantTight([whole])).toMatchObject({ errors: [{ field: 'lines.0.override' }] });
  expect(grantTight([{ ...whole, override: 'Agreed.' }])).toMatchObject({
    state: 'APPROVED',
    lines: [{ approved: 1000, override: 'Agreed.', judged: { approved: 400 } }],
  });
});

test('a line refused leaves to the others what it would have taken', () => {
  const shared = { benefits: { ALL: { groups: ['BED', 'SCAN'], limits: { period: 1500 } } } };
  const close = aCase({ plan: shared }, [{ service: 'BED' }, { service: 'SCAN' }]);
  const lines = [part({ approvedQuantity: 0, approved: 0 })];
  const facts = factsOf(close);
  expect(grant(close.request, { version: 1 }, ada, facts)).toMatchObject({ approved: 1500 });
  expect(grant(close.request, { version: 1, lines }, ada, facts)).toMatchObject({
    approved: 1000,
    lines: [{ approved: 0 }, { approved: 1000, judged: { approved: 1000 } }],
  });
});

test('where nothing would be granted it is a rejection', () => {
  const lines = [
    part({ approvedQuantity: 0, approved: 0 }),
    part({ line: 2, approvedQuantity: 0, approved: 0 }),
  ];
  expect(decide({ lines })).toMatchObject({ errors: [{ field: 'lines' }] });
});

test('a decision names the version and the recommendation that it saw', () => {
  expect(decide({ version: 2 })).toMatchObject({ code: 'stale' });
  const named = (recommendation?: string) =>
    grant(world.request, { version: 1, recommendation }, ada, factsOf(world, { mustName: true }));
  expect(named()).toMatchObject({ code: 'invalid', errors: [{ field: 'recommendation' }] });
  expect(named('other')).toMatchObject({
    code: 'stale',
    message: expect.stringContaining('4000 minor units now'),
  });
  expect(named(factsOf(world).judgement.fingerprint)).toMatchObject({ state: 'APPROVED' });
});

test('nobody grants what they entered, nor what was decided', () => {
  expect(decide({}, { submittedBy: 'ada' })).toMatchObject({ code: 'forbidden' });
  expect(decide({}, { state: 'REJECTED' })).toMatchObject({ code: 'wrong_state' });
  expect(decide({}, { state: 'QUERIED', queriedAt: 5 })).toMatchObject({
    state: 'APPROVED',
    queriedAt: null,
  });
});

test('a hold is on payment, never on care', () => {
  expect(decide({}, { holds: ['INV-26-0001'] })).toMatchObject({ state: 'APPROVED', holds: ['INV-26-0001'] });
});

test('a code that is there already stays, with its first day', () => {
  const again = decide({}, { code: 'TST-PA-260501-KKKKKK', validFrom: '2026-05-01' });
  expect(again).toMatchObject({ code: 'TST-PA-260501-KKKKKK', validFrom: '2026-05-01' });
});

test('an admission is granted in days, and its code covers the last of them', () => {
  const admission = { from: '2026-06-01', days: null, dischargedOn: null };
  expect(decide({}, { admission })).toMatchObject({ admission: { days: 3 }, validTo: '2026-06-09' });
  const scan = aCase({ plan }, [{ service: 'SCAN' }], { admission });
  expect(grant(scan.request, { version: 1 }, ada, factsOf(scan))).toMatchObject({
    admission: { days: null },
  });
});

test('a line that the engine does not know is left as it is: nothing is granted of it', () => {
  const facts = factsOf(world);
  const judgement = { ...facts.judgement, lines: facts.judgement.lines.slice(0, 1) };
  const after = grant(world.request, { version: 1 }, ada, { ...facts, judgement });
  expect(isRefusal(after) ? after : after.lines.map(({ approved }) => approved)).toEqual([3000]);
});

const rejection = { version: 1, reasons: ['50', '50'], sentence: 'Not needed.' };

test('a rejection grants nothing, with its reasons and a sentence', () => {
  expect(deny(world.request, rejection, ada, reasons)).toMatchObject({
    state: 'REJECTED',
    approved: 0,
    code: null,
    reasons: [{ code: '50', group: 'CO' }],
    lines: [{ approvedQuantity: 0, approved: 0, reasons: [{ code: '50' }] }, { approved: 0 }],
    conversation: [{ kind: 'decision', text: 'Not needed.' }],
    dueAt: null,
  });
});

test('without a reason of the table, of another version or of what was decided it is refused', () => {
  expect(deny(world.request, { ...rejection, reasons: [] }, ada, reasons)).toMatchObject({
    errors: [{ field: 'reasons', message: 'Choose a reason.' }],
  });
  expect(deny(world.request, { ...rejection, reasons: ['ZZ'] }, ada, reasons)).toMatchObject({
    errors: [{ field: 'reasons', message: 'Reason ZZ is not in the table of reasons in use.' }],
  });
  expect(deny(world.request, { ...rejection, version: 3 }, ada, reasons)).toMatchObject({ code: 'stale' });
  expect(deny({ ...world.request, state: 'CANCELLED' }, rejection, ada, reasons)).toMatchObject({
    code: 'wrong_state',
  });
});
