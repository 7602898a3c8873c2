import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { problemView } from '../../../schema/api/problem-view.ts';
import { operations } from '../../../worker/api/v1/routes.ts';
import { anInsurer, ask, type Insurer } from './an-integrator.ts';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await anInsurer();
});

/** An answer that says clearly what happened: done, or a problem that is the sender's. */
function expectClear(answered: Awaited<ReturnType<typeof ask>>) {
  if (answered.status < 400) return;
  expect(answered.status).toBeLessThan(500);
  expect(problemView.safeParse(answered.body).error?.issues ?? []).toEqual([]);
}

const places = (value: unknown, at: (string | number)[] = []): (string | number)[][] =>
  typeof value === 'object' && value !== null
    ? [at, ...Object.entries(value).flatMap(([key, each]) => places(each, [...at, key]))]
    : [at];

/** A copy of `value` with something else at a place in it. */
function withAt(value: unknown, [first, ...rest]: (string | number)[], other: unknown): unknown {
  if (first === undefined || typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    key === String(first) ? withAt(each, rest, other) : each,
  ]);
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    -1,
    0,
    0.1,
    2 ** 53,
    1e308,
    '',
    ' ',
    '\u0000',
    '\u202e',
    "'; --",
    '{{7*7}}',
    '../..',
    '\ud83d\ude00',
  ),
);

const writing = operations.filter(({ method }) => method !== 'GET');
test.each(writing)(
  '$method $path is clear about whatever is wrong with its body',
  async ({ method, path, example }) => {
    const wheres = places(example.body);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: wheres.length - 1 }),
        odd,
        fc.uuid(),
        async (where, other, idempotencyKey) => {
          const body = withAt(example.body, wheres[where] ?? [], other);
          const address = path.replace(/:\w+/g, 'fuzz');
          expectClear(await ask(method, address, { key: insurer.key, idempotencyKey, body }));
        },
      ),
      { numRuns: 60 },
    );
  },
);

test.each(operations)(
  '$method $path is clear about whatever stands in its address',
  async ({ method, path, example }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
        fc.dictionary(
          fc.constantFrom('limit', 'cursor', 'after', 'state', 'fields', 'tenant', 'x'),
          fc.string({ maxLength: 12 }),
        ),
        async (name, query) => {
          const address = `${path.replace(/:\w+/g, encodeURIComponent(name.toWellFormed()))}?${new URLSearchParams(query)}`;
          const sent = method === 'GET' ? {} : { body: example.body, idempotencyKey: crypto.randomUUID() };
          expectClear(await ask(method, address, { key: insurer.key, ...sent }));
        },
      ),
      { numRuns: 40 },
    );
  },
);
