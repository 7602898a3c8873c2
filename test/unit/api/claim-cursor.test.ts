import { expect, test } from 'vitest';
import { readCursor, writeCursor } from '../../../worker/api/claim-cursor.ts';

test.each([
  { order: 'id', id: 1 },
  { order: 'id', id: 999_999_999 },
  { order: 'submission', submittedAt: 1_763_971_200_000, id: 42 },
] as const)('%j is read as it was written, and fits an address', (cursor) => {
  const text = writeCursor(cursor);
  expect(readCursor(text)).toEqual(cursor);
  expect(text).toMatch(/^[A-Za-z0-9_-]{1,120}$/);
});

test.each([
  '',
  'x',
  'aS4',
  btoa('i.1.2'),
  btoa('i.-1'),
  btoa('s.1'),
  btoa('i.1e3'),
  btoa(`i.${'9'.repeat(16)}`),
  '____',
])('refuses %j', (text) => {
  expect(readCursor(text)).toBeNull();
});
