import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale, builtVersion } from '../../selfhost/build/bundle.ts';
import { buildDir } from '../../selfhost/build/places.ts';
import { stampOf } from '../../selfhost/build/stamp.ts';

const templates = join(buildDir, 'stores');
const fillers = [
  'selfhost/demo',
  'selfhost/reference',
  'selfhost/keys.ts',
  'selfhost/libsql',
  'schema/reference',
];
const kept_ms = 30 * 60_000;

/** A store is as old as the code that filled it, and the demo's dates are counted from today. */
async function templateFor(demo: boolean): Promise<string> {
  await buildIfStale();
  const today = new Date().toISOString().slice(0, 10);
  const parts = [await builtVersion(), await stampOf(fillers), today, String(demo)];
  return join(templates, createHash('sha256').update(parts.join()).digest('hex').slice(0, 16));
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(templates)) {
    const path = join(templates, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > kept_ms) await rm(path, { recursive: true, force: true });
  }
}

/** Starts and stops a product, so that its store is filled and closed. */
export type Fill = (dataDir: string) => Promise<void>;

/**
 * A data directory of its own for a test, with the diagnoses and, if asked for, the demo in it. The product fills it
 * itself, once for each version of the code; every test then gets a copy, which takes a moment instead of ten seconds.
 */
export async function filledStore(demo: boolean, fill: Fill): Promise<string> {
  const template = await templateFor(demo);
  if (!existsSync(template)) {
    await mkdir(templates, { recursive: true });
    await removeOld();
    const part = `${template}.${process.pid}.part`;
    await fill(part);
    // Somebody else may have been first; theirs is as good.
    await rename(part, template).catch(() => rm(part, { recursive: true, force: true }));
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'vetra-product-'));
  await cp(template, dataDir, { recursive: true });
  return dataDir;
}
