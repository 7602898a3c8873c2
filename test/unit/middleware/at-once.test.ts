import { expect, test } from 'vitest';
import { AtOnce } from '../../../worker/middleware/at-once.ts';

/** Sleepers wake when the clock has come so far, in the order of their moments. */
function aDoor(limits: { working: number; waiting: number }) {
  let now = 0;
  let sleeping: { at: number; wake: () => void }[] = [];
  const sleep = (ms: number) => new Promise<void>((wake) => sleeping.push({ at: now + ms, wake }));
  const door = new AtOnce(limits, () => now, sleep);
  const pass = async (ms: number) => {
    const until = now + ms;
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
    for (let ticks = 0; ticks < 100_000; ticks += 1) {
      const [next] = sleeping.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      sleeping = sleeping.filter((each) => each !== next);
      now = Math.max(now, next.at);
      next.wake();
      for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
    }
    now = until;
  };
  return { door, pass, sleep };
}

test('so many of one caller are worked on at once, the rest in time; another caller does not wait', async () => {
  const { door, pass, sleep } = aDoor({ working: 4, waiting: 100 });
  let working = 0;
  let most = 0;
  let done = 0;
  const one = async (caller: string) => {
    const leave = await door.enter(caller);
    if (caller === 'rapid') working += 1;
    most = Math.max(most, working);
    await sleep(20);
    working -= caller === 'rapid' ? 1 : 0;
    done += 1;
    leave?.();
  };
  for (let nth = 0; nth < 60; nth += 1) void one('rapid');
  void one('other');
  await pass(21);
  expect(done).toBe(5);
  await pass(2_000);
  expect([most, done]).toEqual([4, 61]);
});

test('more than may wait are told so at once', async () => {
  const { door } = aDoor({ working: 2, waiting: 3 });
  for (let nth = 0; nth < 2; nth += 1) expect(await door.enter('rapid')).toBeTypeOf('function');
  for (let nth = 0; nth < 3; nth += 1) void door.enter('rapid');
  expect(await door.enter('rapid')).toBeNull();
  expect(await door.enter('other')).toBeTypeOf('function');
});

test('what ends without a word holds up nobody for long', async () => {
  const { door, pass } = aDoor({ working: 1, waiting: 10 });
  await door.enter('rapid');
  let entered = false;
  void door.enter('rapid').then(() => {
    entered = true;
  });
  await pass(9_000);
  expect(entered).toBe(false);
  await pass(2_000);
  expect(entered).toBe(true);
});

test('whoever has left is forgotten, and comes again at once', async () => {
  const { door } = aDoor({ working: 1, waiting: 1 });
  for (let nth = 0; nth < 5; nth += 1) {
    const leave = await door.enter('calm');
    expect(leave).toBeTypeOf('function');
    leave?.();
  }
});
