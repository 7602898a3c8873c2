import { expect, test } from 'vitest';
import type { Book } from '../../../durable-objects/actor/book.ts';
import { Cycle } from '../../../durable-objects/actor/cycle.ts';
import { type Kind, Shelf } from '../../../durable-objects/actor/shelf.ts';
import type { Envelope } from '../../../schema/commands.ts';

interface Thing {
  id: string;
  size: number;
}
interface PutThing {
  type: 'PutThing';
  input: Thing & { besides: string | null };
}

const kind: Kind<Thing> = {
  name: 'thing',
  capacity: 20,
  weigh: ({ size }) => size,
  keys: ({ id }) => [id],
  read: () => ({ sql: 'read', args: [] }),
  parse: () => [],
  write: () => [],
};

/** A cycle whose commands put a thing on a shelf; `besides` is one that has to be looked up for it. */
function aCycle(own: Partial<Kind<Thing>> = {}) {
  const shelf = new Shelf({ ...kind, ...own });
  const book: Book<PutThing, object, null> = {
    layers: [shelf],
    starting: [],
    started: async () => {},
    isUrgent: () => false,
    wants: ({ command: { input } }) => (input.besides === null ? [] : [{ shelf, key: input.besides }]),
    decide: ({ command: { input } }) => {
      shelf.put({ id: input.id, size: input.size });
      return { outcome: {}, subject: input.id, data: {}, did: null };
    },
    committed: () => {},
  };
  const cycle = new Cycle(book, {
    clock: () => 0,
    store: () => ({ read: async (statements) => statements.map(() => []), write: async () => {} }),
    prepare: async () => {},
    writing: () => {},
    report: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const put = (id: string, { size = 1, besides = null }: { size?: number; besides?: string | null } = {}) => {
    const principal = {
      id: 'ada',
      name: 'Ada',
      via: 'session',
      organisation: { kind: 'tenant', id: 'meridian' },
      permissions: [],
    } as const;
    const command = { type: 'PutThing', input: { id, size, besides } } as const;
    const envelope: Envelope<PutThing> = { id: `put-${id}-${size}`, principal, command };
    return cycle.submit(envelope);
  };
  const kept = (ids: readonly string[]) => ids.filter((id) => shelf.peek(id) !== undefined);
  return { put, kept };
}

const ids = Array.from({ length: 200 }, (_, nth) => `thing-${nth}`);

test('what is only ever made, and nothing loaded, is let go of all the same', async () => {
  const { put, kept } = aCycle();
  for (const id of ids) expect(await put(id)).toMatchObject({ repeated: false });
  expect(kept(ids).length).toBeGreaterThanOrEqual(kind.capacity / 2);
  expect(kept(ids).length).toBeLessThanOrEqual(kind.capacity + 2);
  expect(kept(ids)).toContain(ids.at(-1));
});

test('so it is while something else is loaded for each', async () => {
  const { put, kept } = aCycle();
  for (const id of ids)
    expect(await put(id, { besides: `besides-${id}` })).toMatchObject({ repeated: false });
  expect(kept(ids).length).toBeLessThanOrEqual(kind.capacity + 2);
});

test('few that weigh much take the place of many that weigh little, and one that changes does not add up', async () => {
  const { put, kept } = aCycle();
  for (const id of ids) await put(id, { size: 5 });
  expect(kept(ids).length).toBeGreaterThanOrEqual(2);
  expect(kept(ids).length).toBeLessThanOrEqual(kind.capacity / 5 + 2);
  const one = aCycle();
  await one.put('first');
  for (let size = 1; size <= 9; size += 1) await one.put('changes', { size });
  expect(one.kept(['first', 'changes'])).toEqual(['first', 'changes']);
});

test('what has no bound is never let go of', async () => {
  const { put, kept } = aCycle({ capacity: Number.POSITIVE_INFINITY });
  for (const id of ids) await put(id, { size: 1_000 });
  expect(kept(ids)).toEqual(ids);
});
