import { expect, test } from 'vitest';
import { Counter, LayeredMap } from '../../../durable-objects/actor/layer.ts';
import { Rows } from '../../../durable-objects/actor/rows.ts';
import { type Kind, NotLoaded, Shelf } from '../../../durable-objects/actor/shelf.ts';
import { Tally } from '../../../durable-objects/actor/tally.ts';

interface Thing {
  id: string;
  alias: string;
  size: number;
}
const written: { made: Thing[]; changed: Thing[] }[] = [];
const kind: Kind<Thing> = {
  name: 'thing',
  capacity: 3,
  keys: (thing) => [thing.id, thing.alias],
  read: (keys) => ({ sql: 'read', args: [JSON.stringify(keys)] }),
  parse: (text) => {
    const things: Thing[] = JSON.parse(text);
    return things;
  },
  write: (made, changed) => {
    written.push({ made, changed });
    return [{ sql: 'write', args: [] }];
  },
};
const thing = (id: string, size = 1): Thing => ({ id, alias: `alias-${id}`, size });
const row = (...things: Thing[]) => [{ 0: JSON.stringify(things), length: 1 }];

test('not loaded, absent and there are three things', () => {
  const shelf = new Shelf(kind);
  expect(shelf.peek('a')).toBeUndefined();
  expect(() => shelf.get('a')).toThrow(NotLoaded);
  shelf.fill(['a', 'b'], row(thing('a')));
  expect(shelf.get('a')).toEqual(thing('a'));
  expect(shelf.get('b')).toBeNull();
  expect(shelf.get('alias-a')).toEqual(thing('a'));
});

test('a load never overwrites what is in memory already', () => {
  const shelf = new Shelf(kind);
  shelf.put(thing('a', 2));
  shelf.keep();
  shelf.fill(['a'], row(thing('a', 1)));
  expect(shelf.get('a')?.size).toBe(2);
  shelf.commit();
  shelf.fill(['a'], row());
  expect(shelf.get('a')?.size).toBe(2);
});

test('a dropped command changes nothing, a kept one is seen by the next, a commit makes it durable', () => {
  const shelf = new Shelf(kind);
  shelf.fill(['a'], row(thing('a', 1)));
  shelf.put(thing('a', 2));
  shelf.drop();
  expect(shelf.get('a')?.size).toBe(1);
  shelf.put(thing('a', 3));
  shelf.keep();
  expect(shelf.get('a')?.size).toBe(3);
  expect(shelf.durable('a')?.size).toBe(1);
  shelf.commit();
  expect(shelf.durable('a')?.size).toBe(3);
});

test('what was made and what was changed are written apart, each once', () => {
  written.length = 0;
  const shelf = new Shelf(kind);
  shelf.fill(['a', 'b'], row(thing('a')));
  for (const each of [thing('a', 2), thing('a', 3), thing('b', 4)]) {
    shelf.put(each);
    shelf.keep();
  }
  expect(shelf.writes()).toHaveLength(1);
  expect(written).toEqual([{ made: [thing('b', 4)], changed: [thing('a', 3)] }]);
  shelf.forget();
  expect(shelf.writes()).toEqual([]);
  expect(shelf.peek('a')).toBeUndefined();
});

test('what has not been used for longest is let go of first', () => {
  const shelf = new Shelf(kind);
  const kept = () => ['a', 'b', 'c', 'd'].filter((key) => shelf.peek(key) !== undefined).join('');
  shelf.fill(['a', 'b'], []);
  shelf.trim();
  expect(kept()).toBe('ab');
  shelf.get('a');
  shelf.fill(['c'], []);
  shelf.trim();
  expect(kept()).toBe('ac');
  shelf.fill(['d'], []);
  shelf.trim();
  expect(kept()).toBe('acd');
});

test('what is asked for counts as used, under all its names', () => {
  const shelf = new Shelf(kind);
  shelf.fill(['a', 'b'], row(thing('a')));
  shelf.trim();
  expect(shelf.has('alias-a')).toBe(true);
  expect(shelf.has('b')).toBe(true);
  shelf.trim();
  expect(shelf.has('a')).toBe(true);
  expect(shelf.peek('b')).toBeNull();
});

test('a name that is given up is nobody’s, from the command on that gives it up', () => {
  const shelf = new Shelf(kind);
  const named = (alias: string, size = 1): Thing => ({ ...thing('a', size), alias });
  shelf.fill(['a', 'old'], row(named('old')));
  shelf.put(named('new', 2));
  expect(shelf.get('old')).toBeNull();
  shelf.drop();
  expect(shelf.get('old')?.size).toBe(1);
  shelf.put(named('new', 2));
  shelf.keep();
  expect(shelf.get('old')).toBeNull();
  expect(shelf.durable('old')?.size).toBe(1);
  written.length = 0;
  shelf.writes();
  expect(written).toEqual([{ made: [], changed: [named('new', 2)] }]);
  shelf.commit();
  shelf.trim();
  // asked for by its old name it does not come back as it was under its own
  expect(shelf.has('old')).toBe(true);
  expect([shelf.get('old'), shelf.get('a')?.size, shelf.get('new')?.size]).toEqual([null, 2, 2]);
});

test('a name that another has taken over stays with it, in whichever order they are put', () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const shelf = new Shelf(kind);
    shelf.fill(['a', 'b'], row(thing('a'), thing('b')));
    const both = [
      { ...thing('a'), alias: 'spare' },
      { ...thing('b'), alias: 'alias-a' },
    ] as const;
    for (const nth of order) shelf.put(both[nth]);
    shelf.keep();
    shelf.commit();
    expect(['alias-a', 'alias-b', 'spare'].map((name) => shelf.get(name)?.id)).toEqual(['b', undefined, 'a']);
  }
});

test('a number that a dropped command took is issued again', () => {
  const counter = new Counter();
  counter.restore(7);
  expect(counter.next()).toBe(8);
  counter.drop();
  expect(counter.next()).toBe(8);
  counter.keep();
  expect(counter.next()).toBe(9);
  counter.forget();
  expect(counter.next()).toBe(8);
  counter.keep();
  counter.commit();
  counter.forget();
  expect(counter.last).toBe(8);
});

test('a map in layers forgets what was not durable', () => {
  const map = new LayeredMap<number>();
  map.restore('a', 1);
  map.set('a', null);
  expect(map.get('a')).toBeNull();
  map.keep();
  expect(map.get('a')).toBeNull();
  expect(map.committed().get('a')).toBe(1);
  map.forget();
  expect(map.get('a')).toBe(1);
  map.set('b', 2);
  map.drop();
  expect(map.get('b')).toBeNull();
  map.set('a', null);
  map.keep();
  map.commit();
  expect(map.committed().size).toBe(0);
  expect(map.writes()).toEqual([]);
});

test('rows are written with their cycle only', () => {
  const rows = new Rows('marks', ['id', 'seq']);
  expect(rows.writes()).toEqual([]);
  rows.add('a', 1);
  rows.drop();
  rows.add('b', 2);
  rows.keep();
  expect(rows.writes()[0]?.args).toEqual(['[["b",2]]']);
  rows.commit();
  expect(rows.writes()).toEqual([]);
  rows.add('c', 3);
  rows.keep();
  rows.forget();
  expect(rows.writes()).toEqual([]);
});

test('a tally sums a cycle to a row a state and group, and its totals move with the commit', () => {
  const tally = new Tally({ groups: true });
  const claim = { state: 'IN_REVIEW', claimed: 100, approved: null } as const;
  tally.restore([{ 0: 'IN_REVIEW', state: 'IN_REVIEW', claims: 2, claimed: 200, approved: 0, length: 4 }]);
  for (const approved of [60, 40]) {
    tally.move(claim, { state: 'APPROVED', claimed: 100, approved }, 'sunrise');
    tally.keep();
  }
  tally.move(null, claim, 'sunrise');
  tally.drop();
  const [statement] = tally.writes();
  const rows: unknown[][] = JSON.parse(String(statement?.args[0]));
  expect(rows).toEqual([
    ['IN_REVIEW', -2, -200, 0, ''],
    ['APPROVED', 2, 200, 100, ''],
    ['IN_REVIEW', -2, -200, 0, 'sunrise'],
    ['APPROVED', 2, 200, 100, 'sunrise'],
  ]);
  expect(tally.totals().APPROVED.claims).toBe(0);
  tally.commit();
  expect(tally.totals()).toMatchObject({
    IN_REVIEW: { claims: 0, claimed: 0, approved: 0 },
    APPROVED: { claims: 2, claimed: 200, approved: 100 },
  });
});
