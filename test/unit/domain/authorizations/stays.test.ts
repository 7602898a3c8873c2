import { expect, test } from 'vitest';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import type { Authorization, Reservation } from '../../../../schema/domain/authorizations/authorization.ts';
import { daysStayed, discharge } from '../../../../schema/domain/authorizations/discharge.ts';
import {
  type Extension,
  extend,
  furtherDays,
  visitOfStay,
} from '../../../../schema/domain/authorizations/extend.ts';
import { loweredOf } from '../../../../schema/domain/authorizations/reserving.ts';
import { aCase, granted } from './a-case.ts';
import { ada } from './deciding.ts';

const reservation: Reservation = {
  period: '2026-01-01',
  plan: 'GOLD',
  benefit: 'BED',
  visits: 1,
  daily: true,
};
const isDaily = (service: string) => service === 'BED';
const plan = { benefits: { BED: { limits: { period: 6000 } }, SCAN: {} } };
const world = aCase({ plan }, [{ service: 'BED', quantity: 3 }, { service: 'SCAN' }], {}, 'inpatient');
const admission = { from: '2026-06-01', days: 3, dischargedOn: null };
const asked = granted(world.request);
/** An admission of three days, granted and reserved. */
const stay = (own: Partial<Authorization> = {}): Authorization => ({
  ...asked,
  version: 2,
  approved: 4000,
  decidedAt: ada.at,
  validFrom: '2026-05-26',
  validTo: '2026-06-09',
  reservedTo: '2026-09-07',
  admission,
  lines: asked.lines.map((line, i) => ({ ...line, reservation: i === 0 ? reservation : null })),
  ...own,
});
const terms = { today: '2026-06-02', validDays: 14, filingWindowDays: 90, coverUntil: null, isDaily };
const furtherOf = (one: Authorization, days: number) => judge(furtherDays(one, days, isDaily), world.facts);
const extended = (input: Partial<Extension>, one = stay()) =>
  extend(
    one,
    { version: 2, ...input },
    { ...ada, at: ada.at + 9 },
    {
      ...terms,
      further: furtherOf(one, input.days ?? 0),
    },
  );

test('further days are asked about alone, from the day after those that are granted', () => {
  expect(furtherDays(stay(), 2, isDaily).lines).toMatchObject([
    { line: 1, service: 'BED', quantity: 2, claimed: 2000, serviceDate: '2026-06-04' },
  ]);
  expect(furtherDays(stay({ admission: null }), 2, isDaily).lines).toMatchObject([
    { serviceDate: '2026-06-01' },
  ]);
  const undecided = stay({ admission: { ...admission, days: null } });
  expect(furtherDays(undecided, 2, isDaily).lines).toMatchObject([{ serviceDate: '2026-06-01' }]);
});

test('an admission is granted further days: they are asked, granted and judged with the others', () => {
  expect(extended({ days: 2, sentence: 'Two more.' })).toMatchObject({
    state: 'APPROVED',
    version: 3,
    requested: 6000,
    approved: 6000,
    admission: { days: 5 },
    validTo: '2026-06-09',
    conversation: [{ kind: 'decision', text: 'Two more.' }],
    lines: [
      {
        quantity: 5,
        approvedQuantity: 5,
        approved: 5000,
        judged: { approvedQuantity: 5, approved: 5000, days: 5 },
      },
      { quantity: 1 },
    ],
  });
  expect(extended({ days: 6 })).toMatchObject({ validTo: '2026-06-10', reservedTo: '2026-09-08' });
  expect(extended({ days: 2, validTo: '2026-07-01' })).toMatchObject({ validTo: '2026-07-01' });
});

test('a line that was never judged is judged by its further days', () => {
  const one = stay();
  const lines = one.lines.map((line) => ({ ...line, judged: null }));
  expect(extended({ days: 2 }, { ...one, lines })).toMatchObject({
    lines: [{ judged: { approvedQuantity: 2 } }, {}],
  });
});

test('beyond what is left of the benefit it takes a sentence, and then the tariff holds', () => {
  const tight = { ...plan, benefits: { ...plan.benefits, BED: { count: { of: 'days' as const, most: 1 } } } };
  const { facts } = aCase({ plan: tight }, [{ service: 'BED', quantity: 3 }], {}, 'inpatient');
  const further = judge(furtherDays(stay(), 2, isDaily), facts);
  const extendOn = (input: Partial<Extension>) =>
    extend(stay(), { version: 2, days: 2, ...input }, ada, { ...terms, further });
  expect(extendOn({})).toMatchObject({ errors: [{ field: 'override' }] });
  expect(extendOn({ override: 'Still in pain.' })).toMatchObject({
    lines: [{ approvedQuantity: 5, approved: 5000, override: 'Still in pain.' }, {}],
  });
  const nobody = { ...further, lines: further.lines.map((line) => ({ ...line, period: null })) };
  expect(extend(stay(), { version: 2, days: 2 }, ada, { ...terms, further: nobody })).toMatchObject({
    errors: [{ field: 'days', message: 'Nobody is covered on those days.' }],
  });
});

test('days are for admissions that are billed by day', () => {
  expect(extended({ days: 1 }, stay({ admission: null }))).toMatchObject({ errors: [{ field: 'days' }] });
  const scans = stay({ lines: stay().lines.slice(1) });
  expect(extended({ days: 1 }, scans)).toMatchObject({
    errors: [{ message: expect.stringContaining('extend the code alone') }],
  });
});

test('a code is extended in time, and only forward', () => {
  const code = stay({ admission: null });
  expect(extended({ validTo: '2026-06-20' }, code)).toMatchObject({
    state: 'APPROVED',
    validTo: '2026-06-20',
    reservedTo: '2026-09-18',
    admission: null,
  });
  expect(extended({ validTo: '2026-06-09' }, code)).toMatchObject({ errors: [{ field: 'validTo' }] });
  expect(extended({ validTo: '2026-06-01' }, code)).toMatchObject({ errors: [{ field: 'validTo' }] });
  expect(extended({}, code)).toMatchObject({ errors: [{ field: 'validTo' }] });
  expect(extended({ validTo: '2026-06-20' })).toMatchObject({
    validTo: '2026-06-20',
    admission: { days: 3 },
  });
  const part = code.lines.map((line) => ({ ...line, approved: 100 }));
  expect(extended({ validTo: '2026-06-20' }, { ...code, lines: part })).toMatchObject({
    state: 'PARTIALLY_APPROVED',
  });
  expect(extended({ validTo: '2026-06-20' }, { ...code, validTo: null })).toMatchObject({
    validTo: '2026-06-20',
  });
});

test('what has ended, was used up, was seen otherwise or entered by oneself is not extended', () => {
  expect(extended({ validTo: '2026-06-20' }, stay({ state: 'USED' }))).toMatchObject({ code: 'wrong_state' });
  expect(extended({ days: 1 }, stay({ state: 'USED' }))).toMatchObject({ state: 'APPROVED' });
  expect(extended({ days: 1 }, stay({ state: 'EXPIRED' }))).toMatchObject({ state: 'APPROVED' });
  const released = stay({ state: 'EXPIRED', lines: asked.lines });
  expect(extended({ days: 1 }, released)).toMatchObject({
    message: expect.stringContaining('asked for anew'),
  });
  expect(extended({ days: 1, version: 1 })).toMatchObject({ code: 'stale' });
  expect(extended({ days: 1 }, stay({ submittedBy: 'ada' }))).toMatchObject({ code: 'forbidden' });
  expect(extended({ days: 1 }, stay({ state: 'REJECTED' }))).toMatchObject({ code: 'wrong_state' });
});

test('the flat co-pay and the visit of a stay are taken once', () => {
  const judged = { coPay: 200, flatTaken: true } as never;
  const one = stay({ lines: stay().lines.map((line) => ({ ...line, judged })) });
  expect([...visitOfStay(one, new Map())]).toEqual([
    ['BED', { approved: 3000, coPay: 200, flatTaken: true }],
  ]);
  const before = new Map([['BED', { approved: 100, coPay: 50, flatTaken: false }]]);
  const bare = stay({ lines: stay().lines.map((line) => ({ ...line, judged: null, approved: null })) });
  expect([...visitOfStay(bare, before)]).toEqual([['BED', { approved: 100, coPay: 50, flatTaken: false }]]);
});

const discharged = (dischargedOn: string, one = stay(), today = '2026-06-20') =>
  discharge(one, { version: 2, dischargedOn }, ada, { ...terms, today });

test('the discharge gives back the days after it, and ends the code', () => {
  expect(daysStayed('2026-06-01', '2026-06-01')).toBe(1);
  expect(daysStayed('2026-06-01', '2026-06-04')).toBe(3);
  const after = discharged('2026-06-03') as Authorization;
  expect(after).toMatchObject({
    version: 3,
    requested: 3000,
    approved: 3000,
    validTo: '2026-06-03',
    reservedTo: '2026-09-01',
    admission: { days: 3, dischargedOn: '2026-06-03' },
    lines: [{ quantity: 2, approvedQuantity: 2, approved: 2000 }, { approvedQuantity: 1 }],
  });
  expect(after.history.at(-1)).toMatchObject({ what: 'discharged', detail: '2026-06-03' });
  expect(loweredOf(stay(), after, { familyId: 'ada', at: 5 })).toMatchObject([
    { kind: 'RELEASE', line: 1, amount: 1000, units: 1, days: 1, visits: 0 },
  ]);
});

test('what was drawn stays, and a longer stay than was granted takes nothing', () => {
  const lines = stay().lines.map((line) => ({ ...line, usedQuantity: 3, used: 2900 }));
  expect(discharged('2026-06-02', stay({ lines }))).toMatchObject({ lines: [{ approvedQuantity: 3 }, {}] });
  const drawn = stay().lines.map((line) => ({ ...line, usedQuantity: 1, used: 1500 }));
  expect(discharged('2026-06-02', stay({ lines: drawn }))).toMatchObject({
    lines: [{ approvedQuantity: 1, approved: 1500 }, {}],
  });
  expect(discharged('2026-06-12')).toMatchObject({
    validTo: '2026-06-09',
    lines: [{ approvedQuantity: 3 }, {}],
  });
  const none = stay({
    validTo: null,
    lines: stay().lines.map((line) => ({ ...line, approvedQuantity: null })),
  });
  expect(discharged('2026-06-12', none)).toMatchObject({ validTo: '2026-06-12' });
  const unpriced = stay({ lines: stay().lines.map((line) => ({ ...line, approved: null })) });
  expect(discharged('2026-06-02', unpriced)).toMatchObject({ lines: [{ approved: 0 }, {}] });
});

test('a day before the admission or one to come is no day of a discharge; and it is recorded once', () => {
  expect(discharged('2026-05-31')).toMatchObject({ errors: [{ field: 'dischargedOn' }] });
  expect(discharged('2026-06-21')).toMatchObject({ errors: [{ field: 'dischargedOn' }] });
  expect(discharged('2026-06-03', stay({ version: 5 }))).toMatchObject({ code: 'stale' });
  expect(discharged('2026-06-03', stay({ admission: null }))).toMatchObject({ code: 'wrong_state' });
});

test('of lines that are gone, or reserve nothing, nothing is given back', () => {
  const whose = { familyId: 'ada', at: 5 };
  expect(loweredOf(stay(), { ...stay(), lines: [] }, whose)).toMatchObject([
    { line: 1, units: 3, amount: 3000 },
  ]);
  expect(loweredOf(asked, { ...asked, lines: [] }, whose)).toEqual([]);
  expect(loweredOf(stay(), stay(), whose)).toEqual([]);
});
