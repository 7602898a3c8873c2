import { expect, test } from 'vitest';
import { advanced } from '../../../../schema/domain/authorizations/advance.ts';
import type { Appeal } from '../../../../schema/domain/authorizations/appeal.ts';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import { breachReference } from '../../../../schema/domain/authorizations/breach-reference.ts';
import { cancel } from '../../../../schema/domain/authorizations/cancel.ts';
import { type DueStage, dueBy, nextAtOf } from '../../../../schema/domain/authorizations/next-at.ts';
import { answerRequest, queryRequest } from '../../../../schema/domain/authorizations/query.ts';
import { endOfDay, timed } from '../../../../schema/domain/authorizations/timed.ts';
import { addDays, dateIn, localTime } from '../../../../schema/domain/dates.ts';
import { isRefusal, type Refusal } from '../../../../schema/domain/refusal.ts';
import { lineOf, requestOf } from './sample.ts';

const hour_ms = 3_600_000;
const start = requestOf().requestedAt;
const by = (at: number) => ({ at, id: 'ada', name: 'Ada Obi' });
const vetra = (at: number) => ({ at, name: 'Vetra' });

function done(made: Authorization | Refusal): Authorization {
  if (isRefusal(made)) throw new Error(made.message);
  return made;
}
const ask = { version: 1, question: 'Why?', wanted: ['Prescription', 'Prescription'] };
const because = { answer: 'So.', attachments: [] };

const stopping = requestOf({ queryStops: true });
const appeal: Appeal = {
  n: 1,
  state: 'OPEN',
  at: start,
  by: 'Chi Clerk',
  text: 'It was needed.',
  attachments: [],
  against: 'ada',
  dueAt: start + 4 * hour_ms,
  warnedAt: null,
  breachedAt: null,
  decided: null,
};
const reservation = { period: '2026-01-01', plan: 'FULL', benefit: 'LAB', visits: 1, daily: false };
const granted = (own: Partial<Authorization> = {}) =>
  timed(
    requestOf({
      state: 'APPROVED',
      dueAt: null,
      decidedAt: start,
      code: 'TST-PA-261126-ABCDEF',
      validFrom: '2026-11-26',
      validTo: '2026-12-10',
      reservedTo: '2027-03-10',
      lines: [lineOf({ approvedQuantity: 2, approved: 1_000_000, reservation })],
      ...own,
    }),
    'Africa/Lagos',
  );

test('a clock that a question stops is due later by as long as it stood; one that runs on is not', () => {
  const queried = done(queryRequest(stopping, ask, by(start + hour_ms)));
  expect(queried).toMatchObject({ state: 'QUERIED', version: 2, queriedAt: start + hour_ms, proposal: null });
  expect(queried.wanted).toEqual(['Prescription']);
  expect([nextAtOf(queried), dueBy(queried, start + 999 * hour_ms)]).toEqual([null, []]);
  const answered = done(answerRequest(queried, because, by(start + 73 * hour_ms)));
  expect(answered).toMatchObject({
    state: 'REQUESTED',
    version: 3,
    queriedAt: null,
    dueAt: start + 76 * hour_ms,
  });
  expect(answered.conversation.map(({ from, kind }) => [from, kind])).toEqual([
    ['tenant', 'query'],
    ['facility', 'answer'],
  ]);
  const running = done(queryRequest(requestOf(), { version: 1, question: 'Why?' }, by(start + hour_ms)));
  expect([running.queriedAt, running.wanted]).toEqual([null, []]);
  expect(nextAtOf(running)).toBe(start + 3 * hour_ms);
  expect(done(answerRequest(running, because, by(start + 2 * hour_ms))).dueAt).toBe(start + 4 * hour_ms);
});

test('what is over stays over: a question after the end stops nothing', () => {
  const late = requestOf({ queryStops: true, breach: { at: start + 4 * hour_ms, reference: null } });
  expect(done(queryRequest(late, ask, by(start + 5 * hour_ms))).queriedAt).toBeNull();
  const never = requestOf({ state: 'QUERIED', dueAt: null, queriedAt: start });
  expect(done(answerRequest(never, because, by(start + hour_ms))).dueAt).toBeNull();
});

test('a question names the version that was seen, and only what waits is asked about or answered', () => {
  expect(queryRequest(stopping, { ...ask, version: 2 }, by(start))).toMatchObject({ code: 'stale' });
  expect(queryRequest(granted(), ask, by(start))).toMatchObject({ code: 'wrong_state' });
  expect(answerRequest(stopping, because, by(start))).toMatchObject({ code: 'wrong_state' });
});

test('what is cancelled has no clock, and is held as it was; what claims have drawn on stays', () => {
  const gone = done(cancel(granted({ holds: ['INV-1'] }), { reason: 'Moved.', from: 'facility' }, by(start)));
  expect(gone).toMatchObject({ state: 'CANCELLED', dueAt: null, holds: ['INV-1'], version: 2 });
  expect(gone.conversation).toMatchObject([{ from: 'facility', kind: 'note', text: 'Moved.' }]);
  expect(done(cancel(requestOf(), { from: 'tenant' }, by(start))).conversation).toEqual([]);
  const used = granted({ lines: [lineOf({ approvedQuantity: 2, approved: 10, usedQuantity: 1, used: 5 })] });
  expect(cancel(used, { from: 'facility' }, by(start))).toMatchObject({ code: 'wrong_state' });
});

test('a warning and a breach are told once, and neither makes a decision stale that saw the request before', () => {
  const warned = advanced(requestOf(), 'warn', vetra(start + 3 * hour_ms), 'none');
  expect(warned).toMatchObject({ warnedAt: start + 3 * hour_ms, version: 1 });
  expect(dueBy(warned, start + 4 * hour_ms - 1)).toEqual([]);
  expect(dueBy(warned, start + 4 * hour_ms)).toEqual(['breach']);
  const over = advanced(warned, 'breach', vetra(start + 4 * hour_ms), 'TST-BR-261126-ABCDEF');
  expect(over).toMatchObject({ breach: { at: start + 4 * hour_ms, reference: null }, version: 1 });
  expect([nextAtOf(over), dueBy(over, start + 99 * hour_ms)]).toEqual([null, []]);
  expect(over.history.map(({ what }) => what)).toEqual(['requested', 'due soon', 'breached']);
});

test('of a clock that ran out while nobody was there only the end is told', () => {
  expect(dueBy(requestOf(), start + 3 * hour_ms)).toEqual(['warn']);
  expect(dueBy(requestOf(), start + 9 * hour_ms)).toEqual(['breach']);
});

test('where the facility may proceed, the breach has a reference, which changes the request for both sides', () => {
  const over = advanced(requestOf({ mayProceed: true }), 'breach', vetra(start), 'TST-BR-261126-ABCDEF');
  expect(over).toMatchObject({ breach: { reference: 'TST-BR-261126-ABCDEF' }, version: 2 });
  expect(over.history.at(-1)).toMatchObject({ what: 'breached', detail: 'TST-BR-261126-ABCDEF' });
  expect(breachReference('TST', '2026-11-26', new Uint8Array(32))).toBe('TST-BR-261126-AAAAAA');
});

test('an appeal has a clock of its own, and only the one that is open', () => {
  const closed: Appeal = { ...appeal, n: 1, state: 'UPHELD' };
  const one = requestOf({ state: 'REJECTED', dueAt: null, appeals: [closed, { ...appeal, n: 2 }] });
  expect(dueBy(one, start + 3 * hour_ms)).toEqual(['warn of the appeal']);
  expect(dueBy(one, start + 4 * hour_ms)).toEqual(['breach of the appeal']);
  const warned = advanced(one, 'warn of the appeal', vetra(start + 1), 'none');
  expect(warned.appeals.map(({ warnedAt }) => warnedAt)).toEqual([null, start + 1]);
  const over = advanced(warned, 'breach of the appeal', vetra(start + 2), 'none');
  expect(over.appeals.map(({ breachedAt }) => breachedAt)).toEqual([null, start + 2]);
  expect([over.version, nextAtOf(over)]).toEqual([1, null]);
});

test('a code expires, and later its reservation ends; what is used up or cancelled only releases what it reserves', () => {
  const one = granted();
  expect(nextAtOf(one)).toBe(Date.UTC(2026, 11, 10, 23));
  const expired = advanced(one, 'expire', vetra(one.expiresAt ?? 0), 'none');
  expect(expired).toMatchObject({ state: 'EXPIRED', version: 2 });
  expect(expired.history.at(-1)).toMatchObject({ what: 'expired', detail: '2026-12-10' });
  expect(nextAtOf(expired)).toBe(Date.UTC(2027, 2, 10, 23));
  const released = advanced(expired, 'release', vetra(expired.releasesAt ?? 0), 'none');
  expect(released.history.at(-1)).toMatchObject({ what: 'released', detail: '2027-03-10' });
  expect(dueBy(one, Date.UTC(2028, 0, 1))).toEqual(['expire', 'release']);
  expect(dueBy(granted({ state: 'USED' }), Date.UTC(2028, 0, 1))).toEqual(['release']);
  expect(nextAtOf(granted({ state: 'CANCELLED', lines: [lineOf()] }))).toBeNull();
  expect(nextAtOf(granted({ validTo: null, reservedTo: null }))).toBeNull();
  const undated = requestOf({ state: 'EXPIRED' });
  expect(advanced(undated, 'expire', vetra(start), '').history.at(-1)?.detail).toBe('');
  expect(advanced(undated, 'release', vetra(start), '').history.at(-1)?.detail).toBe('');
  expect(() => advanced(undated, 'never' as DueStage, vetra(start), '')).not.toThrow();
});

test.each([
  // clocks go forward in London at 01:00 UTC on 29 March 2026, back on 25 October 2026
  ['Europe/London', '2026-03-28', '2026-03-29T00:00:00Z', 24],
  ['Europe/London', '2026-03-29', '2026-03-29T23:00:00Z', 23],
  ['Europe/London', '2026-10-24', '2026-10-24T23:00:00Z', 24],
  ['Europe/London', '2026-10-25', '2026-10-26T00:00:00Z', 25],
  // in New York at 07:00 UTC on 8 March 2026, back at 06:00 UTC on 1 November 2026
  ['America/New_York', '2026-03-07', '2026-03-08T05:00:00Z', 24],
  ['America/New_York', '2026-03-08', '2026-03-09T04:00:00Z', 23],
  ['America/New_York', '2026-10-31', '2026-11-01T04:00:00Z', 24],
  ['America/New_York', '2026-11-01', '2026-11-02T05:00:00Z', 25],
  // the ends of months, and a leap day
  ['Africa/Lagos', '2026-01-31', '2026-01-31T23:00:00Z', 24],
  ['Africa/Lagos', '2028-02-28', '2028-02-28T23:00:00Z', 24],
  ['Africa/Lagos', '2028-02-29', '2028-02-29T23:00:00Z', 24],
  ['Europe/London', '2026-12-31', '2027-01-01T00:00:00Z', 24],
  // midnight itself is skipped in Cairo on 24 April 2026: the day ends when the clocks show the next one
  ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00Z', 24],
])('in %s the day %s ends at %s, after %d hours', (zone, day, ends, hours) => {
  const end = endOfDay(zone, day);
  expect(new Date(end).toISOString()).toBe(ends.replace('Z', '.000Z'));
  expect(dateIn(zone, end - 1)).toBe(day);
  expect(dateIn(zone, end)).toBe(addDays(day, 1));
  expect(end - endOfDay(zone, addDays(day, -1))).toBe(hours * hour_ms);
});

test('a clock that runs through a change of clocks runs as long as any other: it counts hours, not what clocks show', () => {
  const requestedAt = Date.UTC(2026, 2, 29, 0, 30);
  expect(localTime('Europe/London', requestedAt)).toBe('2026-03-29T00:30:00');
  const one = requestOf({ requestedAt, dueAt: requestedAt + 4 * hour_ms });
  expect(nextAtOf(one)).toBe(requestedAt + 3 * hour_ms);
  expect(localTime('Europe/London', one.dueAt ?? 0)).toBe('2026-03-29T05:30:00');
});
