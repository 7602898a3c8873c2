import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './build/places.ts';
import type { FillTask } from './fill-store.ts';
import type { Instance } from './instance.ts';
import type { Settings } from './settings.ts';
import { StatedFault } from './stated-fault.ts';

/**
 * Fills the store with what it needs to begin: the diagnoses, and the demo if it is empty. In a process of its own, so
 * that the launcher, which stays, keeps none of the memory that this takes. A demo that was interrupted is completed by
 * the next start: its commands have ids of their own, so that none happens twice.
 */
export async function prepare(instance: Instance, settings: Settings, signal: AbortSignal): Promise<void> {
  const unfinished = join(settings.DATA_DIR, 'demo-unfinished');
  const seed = settings.VETRA_DEMO && (instance.health.empty || existsSync(unfinished));
  if (seed) await writeFile(unfinished, '');
  const task = { ...instance, origin: instance.internalOrigin, seed, demo: settings.VETRA_DEMO };
  const code = await fill(task, signal);
  if (code === 0) await rm(unfinished, { force: true });
  else if (!signal.aborted) throw new StatedFault('The store could not be filled; the reason is above.');
}

async function fill(task: FillTask, signal: AbortSignal): Promise<number | null> {
  const child = spawn(process.execPath, [`${root}selfhost/fill-store.ts`], {
    stdio: ['pipe', 'inherit', 'inherit'],
    detached: true,
    signal,
  });
  // Aborted: the launcher is stopping and says so itself.
  child.once('error', (error) => {
    if (!signal.aborted) throw error;
  });
  child.stdin.end(JSON.stringify(task));
  const [code] = await once(child, 'exit');
  return code;
}
