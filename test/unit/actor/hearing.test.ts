import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hearing, type Look, readLook } from '../../../durable-objects/actor/hearing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what a socket says is a look, or nothing', () => {
  expect(readLook('see 12 queue,claim:CLM-26-000001')).toEqual({
    since: 12,
    see: ['queue', 'claim:CLM-26-000001'],
  });
  expect(readLook('see - ')).toEqual({ since: null, see: [] });
  for (const said of ['', 'look 1 queue', 'see'.padEnd(2_001, ' '), new ArrayBuffer(8)])
    expect(readLook(said)).toBeNull();
});

test('a socket is served one look at a time; what it says meanwhile is one more, from the oldest number on', async () => {
  const hearing = new Hearing();
  const socket = {};
  const served: Look[] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const serve = async (look: Look) => {
    served.push(look);
    if (served.length === 1) await held;
  };
  const first = hearing.hear(socket, { since: 5, see: ['a'] }, serve);
  for (let since = 1_000; since > 0; since -= 1)
    await hearing.hear(socket, { since, see: [`t${since}`] }, serve);
  await hearing.hear(socket, { since: null, see: ['last'] }, serve);
  expect(served).toHaveLength(1);
  letGo();
  await vi.runAllTimersAsync();
  await first;
  expect(served).toEqual([
    { since: 5, see: ['a'] },
    { since: 1, see: ['last'] },
  ]);
});

test('sockets do not wait for one another, nor for one whose look failed', async () => {
  const hearing = new Hearing();
  const [one, other] = [{}, {}];
  const served: string[] = [];
  void hearing.hear(one, { since: 1, see: ['one'] }, () => new Promise(() => {}));
  await hearing.hear(other, { since: 1, see: ['other'] }, async () => void served.push('other'));
  const third = {};
  await expect(
    hearing.hear(third, { since: 1, see: [] }, () => Promise.reject(new Error('closed'))),
  ).rejects.toThrow('closed');
  await hearing.hear(third, { since: 1, see: [] }, async () => void served.push('third'));
  expect(served).toEqual(['other', 'third']);
});
