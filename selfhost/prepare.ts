import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './build/places.ts';
import type { FillTask } from './fill-store.ts';
import type { Instance } from './instance.ts';
import type { Settings } from './settings.ts';
import { StatedFault } from './stated-fault.ts';

/**
 * Fills the store with what it needs to begin: the diagnoses, and the demo if it is empty. In a process of its own, so
 * that the launcher, which stays, keeps none of the memory that this takes.
 */
export async function prepare(instance: Instance, settings: Settings, signal: AbortSignal): Promise<void> {
  const task: FillTask = {
    origin: instance.internalOrigin,
    publicOrigin: instance.origin,
    databaseUrl: instance.databaseUrl,
    databaseToken: instance.databaseToken,
    seed: settings.VETRA_DEMO && instance.health.empty,
  };
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
  if (code !== 0 && !signal.aborted)
    throw new StatedFault('The store could not be filled; the reason is above.');
}
