import { expect, test } from 'vitest';
import { SealedCursors } from '../../../durable-objects/tenant/sealed-cursor.ts';

const cursors = new SealedCursors(Buffer.alloc(16, 1));
const at = Date.UTC(2026, 4, 1);

test.each([
  { rankAt: at, id: 1 },
  { rankAt: 0, id: 0 },
  { rankAt: -at, id: 1_000_000 },
  { rankAt: Number.MIN_SAFE_INTEGER, id: 0 },
  { rankAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER },
])('$rankAt and $id come back as they were written, in 22 characters of an address', (cursor) => {
  const text = cursors.write(cursor);
  expect(text).toMatch(/^[\w-]{22}$/);
  expect(cursors.read(text)).toEqual(cursor);
});

test('what stands next to each other in the queue looks like anything else', () => {
  const near = [0, 1, 2].map((by) => cursors.write({ rankAt: at + by, id: 7 }));
  for (const one of near)
    for (const other of near) if (one !== other) expect(one.slice(0, 4)).not.toBe(other.slice(0, 4));
});

test('what is none of the tenant’s is no cursor', () => {
  const other = new SealedCursors(Buffer.alloc(16, 2)).write({ rankAt: at, id: 1 });
  const own = cursors.write({ rankAt: at, id: 1 });
  const changed = (own.startsWith('A') ? 'B' : 'A') + own.slice(1);
  for (const text of ['', `${at}.1`, btoa(`${at}.1`), own.slice(1), `${own}AAAA`, other, changed, '€€€'])
    expect(cursors.read(text), text).toBeNull();
});
