import { expect, test } from 'vitest';
import { AtOnce } from '../../../worker/middleware/at-once.ts';
import { Company, type CompanyLimits } from '../../../worker/middleware/company.ts';

/** Sleepers wake when the clock has come so far, in the order of their moments. */
function aDoor({ waiting_max, ...limits }: CompanyLimits & { waiting_max: number }) {
  let now = 0;
  let sleeping: { at: number; wake: () => void }[] = [];
  const sleep = (ms: number) => new Promise<void>((wake) => sleeping.push({ at: now + ms, wake }));
  const company = new Company(limits);
  let areGone = false;
  const door = new AtOnce({
    waiting_max,
    company,
    clock: () => now,
    sleep: (ms) => (areGone ? new Promise<void>(() => {}) : sleep(ms)),
  });
  const settle = async () => {
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
  };
  const pass = async (ms: number) => {
    const until = now + ms;
    await settle();
    for (let ticks = 0; ticks < 100_000; ticks += 1) {
      const [next] = sleeping.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      sleeping = sleeping.filter((each) => each !== next);
      now = Math.max(now, next.at);
      next.wake();
      await settle();
    }
    now = until;
  };
  /** Requests whose clients leave while they wait: the runtime drops them, and nothing wakes them any more. */
  const gone = (caller: string, count: number) => {
    areGone = true;
    for (let nth = 0; nth < count; nth += 1) void door.enter(caller);
    areGone = false;
  };
  return { door, pass, settle, gone, seen: (who: string) => company.come(who, now)(now) };
}

/** Sends requests that are done when they are told so, and knows which of them were begun. */
function aSender({ door, settle, pass }: ReturnType<typeof aDoor>, caller: string) {
  const begun: number[] = [];
  const done = new Map<number, () => void>();
  let sent = 0;
  return {
    begun,
    send: async (count: number) => {
      for (let end = sent + count; sent < end; sent += 1) {
        const nth = sent;
        void door.enter(caller).then((leave) => {
          begun.push(nth);
          done.set(nth, leave ?? (() => {}));
        });
      }
      await settle();
    },
    working: () => done.size,
    /** Ends the oldest of those that were begun, and gives the others a while in which they look. */
    end: async (count: number, then_ms = 100) => {
      for (const [nth, leave] of [...done].slice(0, count)) {
        done.delete(nth);
        leave();
      }
      await pass(then_ms);
    },
  };
}

const inOrder = (count: number) => Array.from({ length: count }, (_, nth) => nth);

test('so many of one caller are worked on at once, the rest in time; another caller does not wait', async () => {
  const at = aDoor({ alone: 4, beside: 4, together: 4, waiting_max: 100 });
  const [rapid, other] = [aSender(at, 'rapid'), aSender(at, 'other')];
  await rapid.send(60);
  await other.send(1);
  expect([rapid.working(), other.working()]).toEqual([4, 1]);
  let most = 0;
  for (let rounds = 0; rounds < 100; rounds += 1) {
    await rapid.end(4);
    most = Math.max(most, rapid.working());
  }
  expect(most).toBe(4);
  expect(rapid.begun.toSorted((one, other) => one - other)).toEqual(inOrder(60));
});

test('a burst is held back when somebody comes, and let go when they are quiet', async () => {
  const at = aDoor({ alone: 16, beside: 2, together: 2, waiting_max: 1_000 });
  const rapid = aSender(at, 'rapid');
  await rapid.send(200);
  expect(rapid.working()).toBe(16);
  at.seen('person');
  await rapid.end(16, 500);
  expect(rapid.working()).toBe(2);
  await rapid.end(2, 400);
  expect(rapid.working()).toBe(2);
  at.seen('person');
  await at.pass(900);
  expect(rapid.working()).toBe(2);
  await at.pass(600);
  expect(rapid.working()).toBe(4);
  await at.pass(4_000);
  expect(rapid.working()).toBe(16);
});

test('two bursts share, and the one that goes on has everything', async () => {
  const at = aDoor({ alone: 16, beside: 2, together: 2, waiting_max: 1_000 });
  const [one, other] = [aSender(at, 'one'), aSender(at, 'other')];
  await one.send(100);
  await other.send(20);
  await one.end(16, 0);
  await at.pass(200);
  expect([one.working(), other.working()]).toEqual([8, 8]);
  for (let rounds = 0; rounds < 4; rounds += 1) await other.end(8, 200);
  await at.pass(3_000);
  expect([one.working(), other.working()]).toEqual([16, 0]);
});

test('who comes while many wait does not pass them by', async () => {
  const at = aDoor({ alone: 2, beside: 2, together: 2, waiting_max: 100 });
  const rapid = aSender(at, 'rapid');
  await rapid.send(7);
  await rapid.end(1, 0);
  await rapid.send(1);
  expect(rapid.begun).toEqual([0, 1]);
  for (let rounds = 0; rounds < 8; rounds += 1) await rapid.end(1);
  // Four at most may still wait when it finds a place: the first ones may just be asleep.
  expect(rapid.begun.indexOf(7)).toBeGreaterThanOrEqual(4);
  expect(rapid.begun).toHaveLength(8);
});

test('more than may wait are told so at once', async () => {
  const { door } = aDoor({ alone: 2, beside: 2, together: 2, waiting_max: 3 });
  for (let nth = 0; nth < 2; nth += 1) expect(await door.enter('rapid')).toBeTypeOf('function');
  for (let nth = 0; nth < 3; nth += 1) void door.enter('rapid');
  expect(await door.enter('rapid')).toBeNull();
  expect(await door.enter('other')).toBeTypeOf('function');
});

test('what ends without a word holds up nobody for long', async () => {
  const { door, pass } = aDoor({ alone: 1, beside: 1, together: 1, waiting_max: 10 });
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

test('a burst whose client has left while it waited holds up nobody for long', async () => {
  const at = aDoor({ alone: 4, beside: 4, together: 4, waiting_max: 1_000 });
  const rapid = aSender(at, 'rapid');
  await rapid.send(4);
  at.gone('rapid', 1_000);
  expect(await at.door.enter('rapid')).toBeNull();
  await at.pass(5_001);
  await rapid.end(4);
  await rapid.send(2);
  expect(rapid.begun).toEqual(inOrder(6));
});

test('whoever has left is forgotten, and comes again at once', async () => {
  const { door } = aDoor({ alone: 1, beside: 1, together: 1, waiting_max: 1 });
  for (let nth = 0; nth < 5; nth += 1) {
    const leave = await door.enter('calm');
    expect(leave).toBeTypeOf('function');
    leave?.();
  }
});
