import type { Client, Row } from '@libsql/client';
import { expect, vi } from 'vitest';
import type { Acknowledged } from './caller.ts';

const numbers = (row: Row | undefined): number[] => Object.values(row ?? {}).map(Number);
const countOf = (acknowledged: readonly Acknowledged[], type: string, verb: string) =>
  acknowledged.filter((each) => each.type === type && each.id.endsWith(`-${verb}`)).length;

/** Every decision gave one code of its own, every claim under one drew on it once, and what was cancelled reserves nothing. */
export async function verifyCodes(client: Client, acknowledged: readonly Acknowledged[]): Promise<void> {
  const granted = countOf(acknowledged, 'DecideAuthorization', 'grant');
  const used = countOf(acknowledged, 'ApproveClaim', 'use');
  expect(Math.min(used, granted - used)).toBeGreaterThan(0);
  const [codes, drawn, cancelled, ledger] = await client.batch([
    'select count(code) n, count(distinct code) codes from authorizations',
    `select count(distinct a.id) n, sum(l.value ->> 'usedQuantity') units, sum(json_array_length(a.body, '$.claims')) claims
      from authorizations a, json_each(a.body, '$.lines') l where l.value ->> 'usedQuantity' > 0`,
    "select count(*) n from authorizations where state = 'CANCELLED' and code is not null",
    `select sum(kind = 'RESERVE') reserved, sum(kind = 'RELEASE') released, sum(kind = 'CONSUME') consumed
      from ledger where authorization is not null`,
  ]);
  client.close();
  expect(numbers(codes?.rows[0])).toEqual([granted, granted]);
  expect(numbers(drawn?.rows[0])).toEqual([used, used, used]);
  expect(numbers(cancelled?.rows[0])).toEqual([granted - used]);
  expect(numbers(ledger?.rows[0])).toEqual([granted, granted, used]);
}

/** Every alert that was denied, twice at once, is denied once: one risk event, one investigation, one hold, one notice. */
export async function verifyDenials(client: Client, acknowledged: readonly Acknowledged[]): Promise<void> {
  const denied = countOf(acknowledged, 'AnswerAlert', 'deny');
  expect(denied).toBeGreaterThan(0);
  expect(countOf(acknowledged, 'AnswerAlert', 'deny2')).toBe(denied);
  await vi.waitFor(
    async () => {
      const { rows } = await client.execute('select count(*) n from holds where sweeping = 1');
      expect(numbers(rows[0])).toEqual([0]);
    },
    { timeout: 30_000, interval: 200 },
  );
  const [alerts, events, cases, notices, flagged] = await client.batch([
    `select count(*) n, count(distinct body ->> '$.alert.investigation') cases, sum(json_array_length(body, '$.holds')) holds,
        sum(json_array_length(body, '$.flags')) flags
      from authorizations where body ->> '$.alert.state' = 'DENIED'`,
    "select count(*) n from risk_events where rule = 'not_me' and number like 'PA-%'",
    'select count(*) n from investigations',
    "select count(*) n, count(distinct subject) subjects from notices where kind = 'not-me'",
    `select count(*) n, count(distinct c.id || ' ' || (f.value ->> 'evidence')) once,
        (select count(*) from risk_events where rule = 'not_me' and number not like 'PA-%') events
      from claims c, json_each(c.body, '$.flags') f where f.value ->> 'rule' = 'not_me'`,
  ]);
  client.close();
  expect(numbers(alerts?.rows[0])).toEqual([denied, denied, denied, denied]);
  expect(numbers(events?.rows[0])).toEqual([denied]);
  expect(numbers(cases?.rows[0])).toEqual([denied]);
  expect(numbers(notices?.rows[0])).toEqual([denied, denied]);
  // What else bills such a day there says so as well, of each denial once.
  const [flags, once, told] = numbers(flagged?.rows[0]);
  expect([once, told]).toEqual([flags, flags]);
  expect(flags).toBeGreaterThanOrEqual(denied);
}

/** Whoever was checked in twice within hours was here once. */
export async function verifyVisits(client: Client, acknowledged: readonly Acknowledged[]): Promise<void> {
  const checkedIn = countOf(acknowledged, 'CheckIn', 'here');
  const [entries, visits] = await client.batch([
    `select count(*) n, count(distinct data ->> '$.number') numbers, count(distinct data ->> '$.enrollee') people
      from journal where action = 'CheckIn'`,
    'select count(*) n, count(distinct enrollee_id) people from visits',
  ]);
  client.close();
  const [n, distinct, people] = numbers(entries?.rows[0]);
  expect([n, distinct]).toEqual([checkedIn, people]);
  expect(numbers(visits?.rows[0])).toEqual([people, people]);
}
