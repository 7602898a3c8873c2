import { expect, test } from 'vitest';
import { Outbox, type Outgoing } from '../../../durable-objects/actor/outbox.ts';

const to = (receiver: string, ...seqs: number[]): Outgoing[] =>
  seqs.map((seq) => ({ seq, to: receiver, news: 'approved', subject: `claim:${seq}` }));

/** An outbox whose receivers can be down, with a clock that is moved by hand. */
function anOutbox() {
  const taken: string[] = [];
  const down = new Set<string>();
  const state = { now: 1_000 };
  const outbox = new Outbox({
    clock: () => state.now,
    send: async (receiver, batch) => {
      if (down.has(receiver)) throw new Error('down');
      taken.push(...batch.map(({ seq }) => `${receiver} ${seq}`));
    },
    report: () => {},
  });
  return { outbox, taken, down, state };
}

test('what is offered is delivered in order, to each receiver', async () => {
  const { outbox, taken } = anOutbox();
  outbox.offer([...to('a', 1), ...to('b', 2), ...to('a', 3)]);
  await outbox.drain();
  expect(taken.filter((each) => each.startsWith('a'))).toEqual(['a 1', 'a 3']);
  expect(taken.filter((each) => each.startsWith('b'))).toEqual(['b 2']);
  expect(outbox.cursor(3)).toBe(3);
  expect(outbox.nextAt()).toBeNull();
});

test('what is offered twice is delivered once', async () => {
  const { outbox, taken } = anOutbox();
  outbox.offer(to('a', 1, 2));
  outbox.offer(to('a', 1, 2));
  await outbox.drain();
  outbox.offer(to('a', 2, 3));
  await outbox.drain();
  expect(taken).toEqual(['a 1', 'a 2', 'a 3']);
});

test('drained twice at once, it delivers once, and both wait for it', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const sent: number[] = [];
  const outbox = new Outbox({
    clock: () => 0,
    send: async (_, batch) => {
      await gate;
      sent.push(...batch.map(({ seq }) => seq));
    },
    report: () => {},
  });
  outbox.offer(to('a', 1));
  const both = Promise.all([outbox.drain(), outbox.drain()]);
  expect(outbox.isTaken('a', 1)).toBe(false);
  release();
  await both;
  expect(sent).toEqual([1]);
  expect(outbox.isTaken('a', 1)).toBe(true);
});

test('a receiver that is down is tried again later and later, and nobody waits for it', async () => {
  const { outbox, taken, down, state } = anOutbox();
  down.add('a');
  outbox.offer([...to('a', 1), ...to('b', 2)]);
  await outbox.drain();
  expect(taken).toEqual(['b 2']);
  expect(outbox.nextAt()).toBe(2_000);
  await outbox.drain();
  state.now = 2_000;
  await outbox.drain();
  expect(outbox.nextAt()).toBe(4_000);
  down.clear();
  await outbox.drain();
  expect(taken).toEqual(['b 2']);
  state.now = 4_000;
  await outbox.drain();
  expect(taken).toEqual(['b 2', 'a 1']);
});

test('pauses end at five minutes', async () => {
  const { outbox, down, state } = anOutbox();
  down.add('a');
  outbox.offer(to('a', 1));
  for (let nth = 0; nth < 20; nth += 1) {
    await outbox.drain();
    state.now = outbox.nextAt() ?? 0;
  }
  const before = state.now;
  await outbox.drain();
  expect((outbox.nextAt() ?? 0) - before).toBe(300_000);
});

test('the cursor passes what is parked, and waits for what is under way', async () => {
  const { outbox, down } = anOutbox();
  outbox.offer([...to('a', 5), ...to('b', 7)]);
  expect(outbox.cursor(9)).toBe(4);
  down.add('a');
  await outbox.drain();
  expect(outbox.cursor(9)).toBe(9);
  expect(outbox.parked()).toEqual(to('a', 5));
});

test('a crash after delivery delivers again: an outbox made anew from what was kept knows no better', async () => {
  const { outbox, taken } = anOutbox();
  outbox.offer(to('a', 1));
  await outbox.drain();
  const again = anOutbox();
  again.outbox.offer(to('a', 1));
  await again.outbox.drain();
  expect([...taken, ...again.taken]).toEqual(['a 1', 'a 1']);
});

test('many are delivered in batches of two hundred', async () => {
  const sizes: number[] = [];
  const outbox = new Outbox({
    clock: () => 0,
    send: async (_, batch) => {
      sizes.push(batch.length);
    },
    report: () => {},
  });
  outbox.offer(to('a', ...Array.from({ length: 500 }, (_, i) => i + 1)));
  await outbox.drain();
  expect(sizes).toEqual([200, 200, 100]);
});
