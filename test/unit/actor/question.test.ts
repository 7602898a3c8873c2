import { describe, expect, test } from 'vitest';
import { Loading } from '../../../durable-objects/actor/loading.ts';
import { Question } from '../../../durable-objects/actor/question.ts';
import type { Loadable } from '../../../durable-objects/actor/shelf.ts';

/** A shelf that knows what has been put on it, and remembers what it was asked. */
function aShelf(name: string, ...there: string[]) {
  const known = new Set(there);
  const asked: string[][] = [];
  const shelf: Loadable & { asked: string[][] } = {
    asked,
    has: (key) => known.has(key),
    load: (keys) => {
      asked.push(keys);
      return { sql: name, args: keys };
    },
    fill: (keys) => {
      for (const key of keys) known.add(key);
    },
  };
  return shelf;
}

describe('loading', () => {
  test('what several want is one statement a shelf, each key once', () => {
    const [plans, people] = [aShelf('plans'), aShelf('people')];
    const want = (shelf: Loadable, key: string) => ({ shelf, key });
    const loading = new Loading([
      want(plans, 'GOLD'),
      want(people, 'ada'),
      want(plans, 'GOLD'),
      want(plans, 'SILVER'),
    ]);
    expect(loading.begin()).toEqual([
      { sql: 'plans', args: ['GOLD', 'SILVER'] },
      { sql: 'people', args: ['ada'] },
    ]);
    loading.end([[], []]);
    expect([plans.has('SILVER'), people.has('ada')]).toEqual([true, true]);
  });

  test('nothing wanted is nothing read', () => {
    expect(new Loading([]).begin()).toEqual([]);
  });
});

describe('a question', () => {
  test('is answered once nothing is missing, and not before', () => {
    const shelf = aShelf('people');
    const answers: string[] = [];
    const wants = () => [{ shelf, key: 'ada' }, ...(shelf.has('ada') ? [{ shelf, key: 'her plan' }] : [])];
    const question = new Question(
      wants,
      () => answers.push('answered'),
      () => answers.push('failed'),
    );
    expect(question.settle()).toBe(false);
    expect(question.missing().map(({ key }) => key)).toEqual(['ada']);
    shelf.fill(['ada'], []);
    expect(question.settle()).toBe(false);
    expect(question.missing().map(({ key }) => key)).toEqual(['her plan']);
    shelf.fill(['her plan'], []);
    expect(question.settle()).toBe(true);
    expect(answers).toEqual(['answered']);
  });

  test('that throws while it is asked or answered fails its asker alone', () => {
    const failures: unknown[] = [];
    const broken = (): never => {
      throw new Error('a rule is broken');
    };
    const asking = new Question(
      broken,
      () => {},
      (error) => failures.push(error),
    );
    expect(asking.missing()).toEqual([]);
    expect(asking.settle()).toBe(true);
    const answering = new Question(
      () => [],
      broken,
      (error) => failures.push(error),
    );
    expect(answering.settle()).toBe(true);
    expect(failures.map(String)).toEqual(['Error: a rule is broken', 'Error: a rule is broken']);
  });

  test('whose wants never end is given up', () => {
    let n = 0;
    const shelf = aShelf('endless');
    const failures: unknown[] = [];
    const question = new Question(
      () => [{ shelf, key: String(n++) }],
      () => {},
      (error) => failures.push(error),
    );
    for (let looks = 0; looks < 12; looks += 1) expect(question.settle()).toBe(false);
    expect(question.settle()).toBe(true);
    expect(String(failures[0])).toContain('never ends');
  });
});
