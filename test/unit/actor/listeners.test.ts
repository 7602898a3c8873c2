import { expect, test } from 'vitest';
import { Listeners, readListener, readSince, readTopics } from '../../../durable-objects/actor/listeners.ts';
import type { LiveEvent } from '../../../durable-objects/actor/live-event.ts';
import { Ring } from '../../../durable-objects/actor/ring.ts';

const sink = () => ({ send: () => {}, close: () => {} });
const listener = (see: string[], account = 'ada', session = 's1') => ({ account, session, see });
const event = (seq: number) => ({ kind: 'counters-moved', seq }) as LiveEvent;
const seqs = (events: LiveEvent[] | null) => events?.map(({ seq }) => seq) ?? null;

test('those who look at a topic are found, and everyone by *', () => {
  const listeners = new Listeners();
  const [a, b] = [sink(), sink()];
  listeners.add(a, listener(['queue']));
  listeners.add(b, listener(['queue', 'dashboard']));
  expect([...listeners.of('queue')]).toEqual([a, b]);
  expect([...listeners.of('dashboard')]).toEqual([b]);
  expect([...listeners.of('*')]).toEqual([a, b]);
  expect([...listeners.of('claims')]).toEqual([]);
  expect(['queue', 'claims'].map((topic) => listeners.has(topic))).toEqual([true, false]);
});

test('who looks at something else now is no longer found under the old', () => {
  const listeners = new Listeners();
  const a = sink();
  listeners.add(a, listener(['queue']));
  listeners.add(a, listener(['dashboard']));
  expect([...listeners.of('queue')]).toEqual([]);
  listeners.remove(a);
  listeners.remove(a);
  expect(listeners.size).toBe(0);
  expect([...listeners.of('dashboard')]).toEqual([]);
});

test('listeners are found by session and by account', () => {
  const listeners = new Listeners();
  const [a, b] = [sink(), sink()];
  listeners.add(a, listener([], 'ada', 's1'));
  listeners.add(b, listener([], 'ada', 's2'));
  expect(listeners.where(({ session }) => session === 's2')).toEqual([b]);
  expect(listeners.where(({ account }) => account === 'ada')).toEqual([a, b]);
});

test('topics and numbers are read strictly', () => {
  expect(readTopics('queue,claim:CLM-26-000001,queue')).toEqual(['queue', 'claim:CLM-26-000001']);
  expect(readTopics('<script>,*,,a b')).toEqual([]);
  expect(readTopics(Array.from({ length: 50 }, (_, i) => `claim:${i}`).join(','))).toHaveLength(20);
  expect([
    readSince('12'),
    readSince('0'),
    readSince('-1'),
    readSince('1e3'),
    readSince(null),
    readSince(''),
  ]).toEqual([12, 0, null, null, null, null]);
});

test('a listener is whoever the worker says, with the permission', () => {
  const asked = (principal: object | null) =>
    readListener(
      new Request('http://actor/?see=queue', {
        headers: principal ? { 'x-vetra-principal': JSON.stringify(principal), 'x-vetra-session': 's1' } : {},
      }),
      'claim.view',
    );
  expect(asked({ id: 'ada', permissions: ['claim.view'] })).toEqual({
    account: 'ada',
    session: 's1',
    see: ['queue'],
  });
  expect(asked({ id: 'ada', permissions: ['plan.view'] })).toBeNull();
  expect(asked({ permissions: ['claim.view'] })).toBeNull();
  expect(asked({ id: 'ada' })).toBeNull();
  expect(asked(null)).toBeNull();
});

test('a ring gives what came after a number, or says that some of it is gone', () => {
  const ring = new Ring(10, 3);
  expect(seqs(ring.after(10))).toEqual([]);
  expect(seqs(ring.after(9))).toBeNull();
  ring.push([event(11), event(12)]);
  expect(seqs(ring.after(10))).toEqual([11, 12]);
  ring.push([event(13), event(14), event(15)]);
  expect(seqs(ring.after(12))).toEqual([13, 14, 15]);
  expect(seqs(ring.after(11))).toBeNull();
  ring.restart(20);
  expect(seqs(ring.after(15))).toBeNull();
  expect(seqs(ring.after(20))).toEqual([]);
});

test('events of one number stay together: none of it is told when some of it is gone', () => {
  const ring = new Ring(0, 2);
  ring.push([event(1), event(1), event(1)]);
  expect(seqs(ring.after(0))).toBeNull();
});
