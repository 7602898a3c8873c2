import { expect, test } from 'vitest';
import { facilityAuthorizationOf } from '../../../../schema/domain/authorizations/facility-authorization.ts';
import { forFacility } from '../../../../schema/domain/authorizations/for-facility.ts';
import { inQuestion } from '../../../../schema/domain/authorizations/in-question.ts';
import { refuseUnlessSeen } from '../../../../schema/domain/authorizations/life.ts';
import type { RiskFlag } from '../../../../schema/domain/risk/flag.ts';
import { lineOf, requestOf } from './sample.ts';

const at = requestOf().requestedAt;
const staff = 'Ada Obi';
const file = (id: string, from: 'tenant' | 'facility') => ({
  ...({ id, name: `${id}.pdf`, kind: null, type: 'application/pdf', size: 1, thumbnail: false } as const),
  ...{ at, from, by: from === 'tenant' ? staff : 'Chi Clerk' },
});

const flag: RiskFlag = {
  ...{ rule: 'not_me', weight: 1, evidence: 'The enrollee says so.', claims: [], line: null },
  ...{ n: 1, at, state: 'OPEN', disposed: null },
};

/** A request of which everything is known that its insurer may know. */
const whole = requestOf({
  state: 'PARTIALLY_APPROVED',
  dueAt: null,
  risk: 77,
  flags: [flag],
  holds: ['INV-26-000001'],
  decidedBy: 'ada',
  entered: { by: staff, caller: 'Sister Joy', calledAt: at },
  lines: [lineOf({ override: 'It was needed.' })],
  alert: {
    state: 'DENIED',
    at,
    to: 'enr-1',
    channels: ['push'],
    answered: { at, by: 'enr-1', through: 'push', reason: null },
    investigation: 'INV-26-000001',
  },
  attachments: [file('a', 'facility'), file('b', 'tenant')],
  conversation: [
    { at, from: 'facility', by: 'Chi Clerk', kind: 'note', text: 'Fever.' },
    { at, from: 'tenant', by: staff, kind: 'query', text: 'Why?' },
  ],
  history: [
    { at, what: 'requested', by: staff, detail: '' },
    { at, what: 'denied by the enrollee', by: 'Ngozi Ade', detail: '' },
    { at, what: 'held', by: staff, detail: 'INV-26-000001' },
    { at, what: 'proposed', by: staff, detail: '' },
    { at, what: 'queried', by: staff, detail: '' },
    { at, what: 'answered', by: 'Chi Clerk', detail: '' },
  ],
  appeals: [
    {
      ...({ n: 1, state: 'UPHELD', at, by: 'Chi Clerk', text: 'So.', attachments: [] } as const),
      ...{ against: 'ada', dueAt: at, warnedAt: null, breachedAt: null },
      decided: { at, by: 'ben', name: 'Ben Eze', reasons: [], sentence: 'No.' },
    },
    {
      ...({ n: 2, state: 'OPEN', at, by: 'Chi Clerk', text: 'But.', attachments: [] } as const),
      ...{ against: 'ben', dueAt: at + 5, warnedAt: null, breachedAt: null, decided: null },
    },
  ],
});

test('a facility sees its request without what its insurer suspects, holds, asked the enrollee, or who decided', () => {
  const seen = forFacility(whole);
  expect(seen).toMatchObject({ risk: 0, flags: [], holds: [], proposal: null, alert: null, decidedBy: null });
  expect(JSON.stringify(seen)).not.toMatch(/Obi|Eze|"ada"|"ben"|INV-|It was needed|denied|Ngozi Ade says/);
  expect(seen.attachments.map(({ id }) => id)).toEqual(['a']);
  expect(seen.history.map(({ what, by }) => [what, by])).toEqual([
    ['requested', ''],
    ['queried', ''],
    ['answered', 'Chi Clerk'],
  ]);
  const own = forFacility(requestOf());
  expect(own.history).toEqual(requestOf().history);
  expect(own.entered).toBeNull();
});

test('its list is told when the request, or the appeal that is open, must be answered', () => {
  expect(facilityAuthorizationOf(requestOf())).toMatchObject({
    number: 'PA-26-000001',
    dueAt: requestOf().dueAt,
    appealed: false,
    breachReference: null,
    changedAt: at,
  });
  const breach = { at, reference: 'TST-BR-261126-ABCDEF' };
  expect(facilityAuthorizationOf({ ...whole, breach })).toMatchObject({
    dueAt: at + 5,
    appealed: true,
    breachReference: 'TST-BR-261126-ABCDEF',
  });
  expect(facilityAuthorizationOf(requestOf({ history: [] })).changedAt).toBe(at);
  expect(JSON.stringify(facilityAuthorizationOf(whole))).not.toMatch(/risk|flags|holds|alert|Obi|Eze/);
});

test('it is judged like a claim of its planned day, of which no line has to name a code', () => {
  expect(inQuestion(requestOf())).toMatchObject({
    id: null,
    asksForPermission: true,
    startDate: '2026-11-27',
    endDate: '2026-11-27',
    lines: [
      { line: 1, service: 'SVC-1', claimed: 1_000_000, authorization: null, serviceDate: '2026-11-27' },
    ],
  });
});

test('a decision names the version it saw', () => {
  expect(refuseUnlessSeen(requestOf({ version: 3 }), 3)).toBeNull();
  expect(refuseUnlessSeen(requestOf({ version: 3 }), 2)).toMatchObject({ code: 'stale' });
});
