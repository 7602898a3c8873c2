import { describe, expect, test } from 'vitest';
import { Outbox, type Outgoing } from '../../../durable-objects/actor/outbox.ts';

const to = (receiver: string, ...seqs: number[]): Outgoing[] =>
  seqs.map((seq) => ({ seq, to: receiver, news: 'approved', subject: `claim:${seq}` }));

/** An outbox whose receivers can be down, with a clock that is moved by hand. */
function anOutbox() {
  const taken: string[] = [];
  const down = new Set<string>();
  const journal: Outgoing[] = [];
  const state = { now: 1_000 };
  const outbox = new Outbox({
    clock: () => state.now,
    send: async (receiver, batch) => {
      if (down.has(receiver)) throw new Error('down');
      taken.push(...batch.map(({ seq }) => `${receiver} ${seq}`));
    },
    read: async function* (from, until) {
      if (down.has('journal')) throw new Error('down');
      for (const one of journal) if (one.seq > from && one.seq <= until) yield [one];
    },
    report: () => {},
  });
  return { outbox, taken, down, state, journal };
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
    read: async function* () {},
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
    read: async function* () {},
    send: async (_, batch) => {
      sizes.push(batch.length);
    },
    report: () => {},
  });
  outbox.offer(to('a', ...Array.from({ length: 500 }, (_, i) => i + 1)));
  await outbox.drain();
  expect(sizes).toEqual([200, 200, 100]);
});

describe('what the journal holds from before', () => {
  test('is delivered before what was offered meanwhile, each once', async () => {
    const { outbox, taken, journal } = anOutbox();
    journal.push(...to('a', 1, 2, 3), ...to('b', 4));
    outbox.catchUp(1, 4);
    outbox.offer(to('a', 5));
    await outbox.drain();
    expect(taken.filter((each) => each.startsWith('a'))).toEqual(['a 2', 'a 3', 'a 5']);
    expect(taken).toContain('b 4');
    expect(outbox.cursor(5)).toBe(5);
  });

  test('counts as not delivered until it has been read', async () => {
    const { outbox, journal } = anOutbox();
    journal.push(...to('a', 3));
    outbox.catchUp(2, 4);
    expect(outbox.isTaken('b', 1)).toBe(false);
    expect(outbox.cursor(9)).toBe(2);
    expect(outbox.nextAt()).toBe(1_000);
    await outbox.drain('b');
    expect(outbox.isTaken('b', 1)).toBe(true);
    expect(outbox.cursor(9)).toBe(2);
  });

  test('that cannot be read is read the next time, and nothing overtakes it', async () => {
    const { outbox, taken, journal, down } = anOutbox();
    journal.push(...to('a', 1));
    down.add('journal');
    outbox.catchUp(0, 1);
    outbox.offer(to('a', 2));
    await outbox.drain();
    expect(taken).toEqual([]);
    expect(outbox.cursor(2)).toBe(0);
    down.clear();
    await outbox.drain();
    expect(taken).toEqual(['a 1', 'a 2']);
  });

  test('grows while it is read: all of it is read again', async () => {
    const { outbox, taken, journal } = anOutbox();
    journal.push(...to('a', 1, 2));
    outbox.catchUp(0, 1);
    const first = outbox.drain();
    outbox.offer(to('a', 3));
    outbox.catchUp(1, 2);
    await first;
    expect(taken).toEqual([]);
    await outbox.drain();
    expect(taken).toEqual(['a 1', 'a 2', 'a 3']);
  });

  test('is nothing when nothing was missed', async () => {
    const { outbox, taken, down } = anOutbox();
    down.add('journal');
    outbox.catchUp(4, 4);
    outbox.offer(to('a', 5));
    await outbox.drain();
    expect(taken).toEqual(['a 5']);
  });
});
