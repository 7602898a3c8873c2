import { appendFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LogSpace } from '../../../selfhost/libsql/log-space.ts';
import { emptyDirectory } from './serving.ts';

const KIB = 1024;

async function logOf(bytes: number) {
  const database = join(await emptyDirectory(), 'tenant-one.db');
  const path = `${database}-wal`;
  await writeFile(path, Buffer.alloc(bytes));
  const space = new LogSpace(database);
  return {
    path,
    sizeAfter: async (writes: number) => {
      for (let write = 0; write < writes; write += 1) space.written();
      return (await stat(path)).size;
    },
  };
}

test('lengthens the log ahead, and again only when it has been written to its end', async () => {
  const log = await logOf(100 * KIB);
  expect(await log.sizeAfter(15)).toBe(100 * KIB);
  expect(await log.sizeAfter(1)).toBe(200 * KIB);
  expect(await log.sizeAfter(64)).toBe(200 * KIB);
  await appendFile(log.path, 'a frame');
  expect(await log.sizeAfter(16)).toBe(400 * KIB + 14);
});

test('goes in steps that are neither tiny nor huge, and no further than the log goes', async () => {
  expect(await (await logOf(4 * KIB)).sizeAfter(16)).toBe(68 * KIB);
  expect(await (await logOf(8 * KIB * KIB)).sizeAfter(16)).toBe(9 * KIB * KIB);
  expect(await (await logOf(42 * KIB * KIB)).sizeAfter(16)).toBe(42 * KIB * KIB);
});

test('does without when there is no log, and when the log cannot be lengthened', async () => {
  const space = new LogSpace(join(await emptyDirectory(), 'tenant-one.db'));
  expect(() => {
    for (let write = 0; write < 32; write += 1) space.written();
  }).not.toThrow();
});
