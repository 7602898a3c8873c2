import { describe, expect, test } from 'vitest';
import {
  cycle_max,
  each_sender_max,
  senderOf,
  Turns,
  urgent_max,
} from '../../../durable-objects/actor/turns.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';

const person = (id: string): Principal => ({
  id,
  name: id,
  via: 'session',
  organisation: { kind: 'tenant', id: 'meridian' },
  permissions: [],
});
const key = (facility: string, id = `key of ${facility}`): Principal => ({
  ...person(id),
  via: 'key',
  organisation: { kind: 'facility', id: facility },
});

interface Job {
  envelope: { principal: Principal };
  nth: number;
  isUrgent?: true;
}

const many = (principal: Principal, count: number): Job[] =>
  Array.from({ length: count }, (_, nth) => ({ envelope: { principal }, nth }));

function turnsOf(...sent: readonly Job[][]): Turns<Job> {
  const turns = new Turns<Job>(({ isUrgent }) => isUrgent === true);
  for (const job of sent.flat()) turns.push(job);
  return turns;
}

/** In which cycle each of a sender's jobs had its turn, the first being 0. */
function cyclesOf(turns: Turns<Job>, principal: Principal): number[] {
  const found: number[] = [];
  for (let cycle = 0; turns.size > 0; cycle += 1)
    for (const { envelope } of turns.take()) if (envelope.principal === principal) found.push(cycle);
  return found;
}

const countOf = (taken: readonly Job[], principal: Principal) =>
  taken.filter(({ envelope }) => envelope.principal === principal).length;

test('a person is one sender in however many tabs; an organisation’s keys are one together', () => {
  expect(senderOf(person('amina'))).not.toBe(senderOf(person('chidi')));
  expect(senderOf(key('lagoon', 'a'))).toBe(senderOf(key('lagoon', 'b')));
  expect(senderOf(key('lagoon'))).not.toBe(senderOf(key('harbour')));
  const ofTenant = { ...key('lagoon'), organisation: { kind: 'tenant', id: 'lagoon' } } as const;
  expect(senderOf(key('lagoon'))).not.toBe(senderOf(ofTenant));
});

describe('a burst of 2,000 of one facility', () => {
  const burst = () => many(key('rapid'), 2_000);

  test('takes a cycle’s small part each time, also while nobody else waits', () => {
    const turns = turnsOf(burst());
    expect(turns.take()).toHaveLength(each_sender_max);
    expect(turns.size).toBe(2_000 - each_sender_max);
  });

  test('holds up nobody: whoever comes behind it is in the next cycle', () => {
    const [amina, lagoon] = [person('amina'), key('lagoon')];
    expect(cyclesOf(turnsOf(burst(), many(amina, 10), many(lagoon, 30)), amina)).toEqual(Array(10).fill(0));
    expect(cyclesOf(turnsOf(burst(), many(amina, 10), many(lagoon, 30)), lagoon)).toEqual(Array(30).fill(0));
  });

  test('keeps its order, and everything of it has its turn', () => {
    const rapid = burst();
    const turns = turnsOf(rapid, many(person('amina'), 100));
    const taken: Job[] = [];
    while (turns.size > 0) taken.push(...turns.take());
    expect(taken.filter(({ envelope }) => envelope.principal.via === 'key')).toEqual(rapid);
  });

  test('of several facilities at once: all go on in step', () => {
    const facilities = Array.from({ length: 20 }, (_, nth) => key(`rapid-${nth}`));
    const turns = turnsOf(...facilities.map((facility) => many(facility, 2_000)));
    const done = new Map<Principal, number>();
    for (let cycle = 0; cycle < 10; cycle += 1)
      for (const { envelope } of turns.take())
        done.set(envelope.principal, (done.get(envelope.principal) ?? 0) + 1);
    const counts = facilities.map((facility) => done.get(facility) ?? 0);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    expect(counts.reduce((sum, count) => sum + count)).toBe(10 * cycle_max);
  });
});

describe('what is urgent', () => {
  const [rapid, ward, other] = [key('rapid'), key('ward'), key('other')];
  const urgent = (principal: Principal, count: number): Job[] =>
    many(principal, count).map((job) => ({ ...job, isUrgent: true }));
  const allUrgent = (taken: readonly Job[]) => taken.every(({ isUrgent }) => isUrgent);

  test('has the next cycle to itself, before whoever came first, itself included', () => {
    const turns = turnsOf(many(rapid, 500), many(ward, 10), urgent(ward, 1));
    expect(turns.take()).toEqual(urgent(ward, 1));
    const second = turns.take();
    expect(countOf(second, rapid)).toBe(each_sender_max);
    expect(countOf(second, ward)).toBe(10);
  });

  test('holds up nobody: however much of it comes, every other cycle is for all', () => {
    const turns = turnsOf(urgent(rapid, 1_000), many(other, 3), urgent(ward, 2));
    const first = turns.take();
    expect(first).toHaveLength(urgent_max);
    expect(allUrgent(first)).toBe(true);
    // one facility that calls everything an emergency leaves another's its place
    expect(countOf(first, ward)).toBe(2);
    const second = turns.take();
    expect(countOf(second, other)).toBe(3);
    expect(second).toHaveLength(urgent_max + 3);
  });

  test('goes on while nobody else waits, each once and in its order', () => {
    const sent = urgent(rapid, 100);
    const turns = turnsOf(sent);
    const taken: Job[] = [];
    while (turns.size > 0) taken.push(...turns.take());
    expect(taken).toEqual(sent);
  });
});

test('people come before machines, and leave them a quarter', () => {
  const people = Array.from({ length: 5 }, (_, nth) => person(`person-${nth}`));
  const [rapid, other] = [key('rapid'), key('other')];
  const turns = turnsOf(many(rapid, 500), many(other, 3), ...people.map((one) => many(one, 500)));
  const first = turns.take();
  expect(first).toHaveLength(cycle_max);
  for (const one of people) expect(countOf(first, one)).toBeGreaterThan(30);
  expect(countOf(first, other)).toBe(3);
  expect(countOf(first, rapid)).toBe(61);
});

test('more senders than a cycle has places: whoever got none is first in the next', () => {
  const keys = Array.from({ length: cycle_max + 50 }, (_, nth) => key(`facility-${nth}`));
  const turns = turnsOf(...keys.map((one) => many(one, 2)));
  turns.take();
  const second = turns.take();
  for (const late of keys.slice(cycle_max)) expect(countOf(second, late)).toBe(1);
  while (turns.size > 0) turns.take();
  expect(turns.take()).toEqual([]);
});
