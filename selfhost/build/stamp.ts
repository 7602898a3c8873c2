import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildDir, root } from './places.ts';

async function filesUnder(path: string): Promise<string[]> {
  const entry = await stat(path).catch(() => null);
  if (!entry) return [];
  if (!entry.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}

/**
 * One hash over the names, sizes and modification times of everything under `sources` (paths from the root). Times
 * and not contents: it takes a few milliseconds, and a needless rebuild after a fresh checkout takes about a second.
 */
export async function stampOf(sources: readonly string[]): Promise<string> {
  const lists = await Promise.all(sources.map((source) => filesUnder(join(root, source))));
  const lines = await Promise.all(
    lists.flat().map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** Whether the last build named `what` was made from sources with this stamp. */
export async function isFresh(what: string, stamp: string): Promise<boolean> {
  const built = await readFile(`${buildDir}${what}.stamp`, 'utf8').catch(() => '');
  return built === stamp;
}

/** Remembers that `what` has been built from sources with this stamp. */
export async function markFresh(what: string, stamp: string): Promise<void> {
  await writeWhole(`${buildDir}${what}.stamp`, stamp);
}

/** Writes a file so that nobody who reads at the same moment sees half of it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.part`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}
