import { expect, test } from 'vitest';
import type { Alert } from '../../../../schema/domain/authorizations/alert.ts';
import {
  type Answering,
  answerAlert,
  notMe,
  riskOfRequest,
} from '../../../../schema/domain/authorizations/answer-alert.ts';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import { denialSettled, withDenial } from '../../../../schema/domain/authorizations/denial.ts';
import { requestHeld, requestLetGo } from '../../../../schema/domain/authorizations/holding.ts';
import { isRefusal, type Refusal } from '../../../../schema/domain/refusal.ts';
import type { RiskFlag } from '../../../../schema/domain/risk/flag.ts';
import { requestOf } from './sample.ts';

const alert: Alert = {
  state: 'ASKED',
  at: 1,
  to: 'enr-1',
  channels: ['screen'],
  answered: null,
  investigation: null,
};
const flag: RiskFlag = {
  rule: 'duplicate',
  weight: 0.6,
  evidence: 'Twice.',
  claims: [],
  line: 1,
  n: 3,
  at: 1,
  state: 'OPEN',
  disposed: null,
};
const disposed = { by: 'ada', name: 'Ada Obi', at: 9, reason: 'Looked into.' };
const answering = (own: Partial<Answering> = {}): Answering => ({
  answer: 'NOT_ME',
  by: 'enr-1',
  through: 'screen',
  reason: null,
  at: 5,
  ...own,
});
const denial = () => ({ investigation: 'INV-000001', weight: 0.9 });
const made = (one: Authorization | Refusal): Authorization => {
  if (isRefusal(one)) throw new Error(one.message);
  return one;
};
const filed = requestOf({ alert, flags: [flag], risk: 60 });
const denied = made(answerAlert(filed, answering(), denial));
const confirmed = made(answerAlert(filed, answering({ answer: 'YES' }), denial));

test('Not me raises an event, holds payment, and touches neither state nor version', () => {
  expect(denied).toMatchObject({ state: filed.state, version: filed.version, risk: 96 });
  expect(denied.holds).toEqual(['INV-000001']);
  expect(denied.flags[1]).toMatchObject({ rule: 'not_me', n: 4, evidence: notMe, state: 'OPEN' });
  expect(denied.alert).toMatchObject({ state: 'DENIED', investigation: 'INV-000001', answered: { at: 5 } });
  expect(denied.history.map(({ what }) => what)).toEqual(['requested', 'denied by the enrollee', 'held']);
});

test('with the rule off no event is raised, and it is looked into all the same', () => {
  const off = made(answerAlert(filed, answering(), () => ({ ...denial(), weight: null })));
  expect(off.flags).toEqual([flag]);
  expect(off.holds).toEqual(['INV-000001']);
});

test('Yes halves the risk, rounded half up', () => {
  expect(confirmed).toMatchObject({ risk: 30, alert: { state: 'CONFIRMED' } });
  expect(riskOfRequest({ flags: [{ ...flag, weight: 0.25 }], alert: confirmed.alert })).toBe(13);
  expect(riskOfRequest({ flags: [flag], alert: null })).toBe(60);
});

test('twice is the same as once', () => {
  expect(answerAlert(denied, answering({ at: 8 }), denial)).toBe(denied);
  expect(answerAlert(confirmed, answering({ answer: 'YES', at: 8 }), denial)).toBe(confirmed);
});

test('a Yes may become a Not me, a Not me stands, and nobody answers who was not asked', () => {
  expect(made(answerAlert(confirmed, answering({ at: 8 }), denial)).alert?.state).toBe('DENIED');
  expect(answerAlert(denied, answering({ answer: 'YES' }), denial)).toMatchObject({ code: 'wrong_state' });
  expect(answerAlert(requestOf(), answering(), denial)).toMatchObject({ code: 'not_found' });
});

test('a reason may be given later, once', () => {
  const reasoned = made(answerAlert(denied, answering({ reason: 'I was at work.', at: 9 }), denial));
  expect(reasoned.alert?.answered).toMatchObject({ reason: 'I was at work.', at: 5 });
  expect(answerAlert(reasoned, answering({ reason: 'Another one.' }), denial)).toBe(reasoned);
  const odd = { ...denied, alert: { ...alert, state: 'DENIED' as const } };
  expect(answerAlert(odd, answering({ reason: 'So.' }), denial)).toBe(odd);
});

test('what came of it is said of the event, once', () => {
  const cleared = denialSettled(denied, 'DISMISSED', disposed);
  expect(cleared).toMatchObject({ risk: 60, flags: [flag, { state: 'DISMISSED', disposed }] });
  expect(denialSettled(cleared, 'CONFIRMED', disposed)).toBe(cleared);
});

test('a claim that names the request has the event too, and what was said of it', () => {
  const claim = { flags: [flag], risk: 60 };
  expect(withDenial(claim, filed, 7)).toBe(claim);
  const flagged = withDenial(claim, denied, 7);
  expect(flagged.risk).toBe(96);
  expect(flagged.flags[1]).toMatchObject({ rule: 'not_me', n: 4, at: 7, state: 'OPEN' });
  expect(flagged.flags[1]?.evidence).toContain('PA-26-000001');
  expect(withDenial(flagged, denied, 8)).toBe(flagged);
  const cleared = withDenial(flagged, denialSettled(denied, 'DISMISSED', disposed), 9);
  expect(cleared).toMatchObject({ risk: 60, flags: [flag, { state: 'DISMISSED', disposed }] });
  expect(withDenial(cleared, denied, 10)).toBe(cleared);
  expect(withDenial({ flags: [], risk: 0 }, denied, 7).flags[0]).toMatchObject({ n: 1 });
});

test('a request is held once by each investigation, and let go', () => {
  const held = requestHeld(filed, 'INV-000002', 6);
  expect(held.holds).toEqual(['INV-000002']);
  expect(requestHeld(held, 'INV-000002', 7)).toBe(held);
  const both = requestHeld(held, 'INV-000003', 7);
  expect(requestLetGo(both, 'INV-000002', 8).holds).toEqual(['INV-000003']);
  expect(requestLetGo(filed, 'INV-000002', 8)).toBe(filed);
});
