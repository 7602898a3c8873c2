import { expect, test } from 'vitest';
import type { Appeal } from '../../../../schema/domain/authorizations/appeal.ts';
import {
  authorizationIdOf,
  authorizationNumber,
  isWaiting,
} from '../../../../schema/domain/authorizations/authorization.ts';
import { nextAtOf, warningAt } from '../../../../schema/domain/authorizations/next-at.ts';
import {
  answerByOf,
  authorizationBodyOf,
  authorizationOfRow,
} from '../../../../schema/tables/tenant/authorizations.ts';
import { requestOf } from './sample.ts';

const hour_ms = 3_600_000;
const dueAt = Date.UTC(2026, 10, 26, 13);
const appeal = (own: Partial<Appeal> = {}): Appeal => ({
  n: 1,
  state: 'OPEN',
  at: dueAt,
  by: 'Chi Clerk',
  text: 'It was needed.',
  attachments: [],
  against: 'ada',
  dueAt: dueAt + 4 * hour_ms,
  warnedAt: null,
  breachedAt: null,
  decided: null,
  ...own,
});

test('a number says the year and the running number, and is read back', () => {
  expect(authorizationNumber(123, 2026)).toBe('PA-26-000123');
  expect(authorizationIdOf('PA-26-000123')).toBe(123);
  for (const text of ['CLM-26-000123', 'PA-26-123', 'PA-26-000123x', ''])
    expect(authorizationIdOf(text)).toBeNull();
});

test('a request waits while nobody has answered it, and again while an appeal is open', () => {
  expect(isWaiting(requestOf())).toBe(true);
  expect(isWaiting(requestOf({ state: 'QUERIED' }))).toBe(true);
  expect(isWaiting(requestOf({ state: 'REJECTED' }))).toBe(false);
  expect(isWaiting(requestOf({ state: 'REJECTED', appeals: [appeal()] }))).toBe(true);
  expect(isWaiting(requestOf({ state: 'REJECTED', appeals: [appeal({ state: 'UPHELD' })] }))).toBe(false);
});

test('a clock has two moments: its last quarter and its end', () => {
  const amber = dueAt - hour_ms;
  expect(warningAt(dueAt, 4 * hour_ms)).toBe(amber);
  expect(nextAtOf(requestOf())).toBe(amber);
  expect(nextAtOf(requestOf({ warnedAt: amber }))).toBe(dueAt);
  expect(nextAtOf(requestOf({ warnedAt: amber, breach: { at: dueAt, reference: null } }))).toBeNull();
});

test('a clock that stands, and a request that was answered, have none', () => {
  expect(nextAtOf(requestOf({ state: 'QUERIED', queriedAt: dueAt - hour_ms }))).toBeNull();
  expect(nextAtOf(requestOf({ state: 'REJECTED', dueAt: null }))).toBeNull();
});

test('an open appeal has a clock of its own', () => {
  const rejected = { state: 'REJECTED', dueAt: null } as const;
  const until = dueAt + 4 * hour_ms;
  expect(answerByOf(requestOf({ ...rejected, appeals: [appeal()] }))).toBe(until);
  expect(nextAtOf(requestOf({ ...rejected, appeals: [appeal()] }))).toBe(until - hour_ms);
  expect(nextAtOf(requestOf({ ...rejected, appeals: [appeal({ warnedAt: 1 })] }))).toBe(until);
  const told = appeal({ warnedAt: 1, breachedAt: 2 });
  expect(nextAtOf(requestOf({ ...rejected, appeals: [told] }))).toBeNull();
});

test('what is stored is read back as it was, and what most requests have nothing of is left out', () => {
  const request = requestOf({ alert: null, appeals: [appeal()], code: 'TST-PA-261126-ABCDEF' });
  const body = authorizationBodyOf(request);
  expect(body).not.toHaveProperty('alert');
  expect(body).not.toHaveProperty('enrolleeName');
  expect(authorizationOfRow({ ...request, body })).toEqual(request);
});
