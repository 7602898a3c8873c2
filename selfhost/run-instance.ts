import { type Instance, startInstance } from './instance.ts';
import { prepare } from './prepare.ts';
import { readSettings, type Settings } from './settings.ts';
import { StatedFault } from './stated-fault.ts';

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

/** The settings of this process's environment; a wrong one ends the program with its name. */
export function settingsOrFault(): Settings {
  const result = readSettings(process.env);
  if (result.ok) return result.settings;
  throw new StatedFault(result.faults.join('\n'));
}

/** Ends when the process is told to, or when what it started does not stay up. */
function untilStopped(): { readonly stopped: Promise<void>; readonly giveUp: (sentence: string) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  return { stopped: promise, giveUp: (sentence) => reject(new StatedFault(sentence)) };
}

/**
 * Runs the product until the process is told to stop: starts it, fills its store where that is empty, and says where it
 * is. `onReady` is called once with the running instance, and what it returns when the product is to stop.
 */
export async function runInstance(onReady?: (instance: Instance) => () => void): Promise<void> {
  const settings = settingsOrFault();
  const { stopped, giveUp } = untilStopped();
  const starting = startInstance(settings, { say, onGivenUp: giveUp });
  try {
    const instance = await Promise.race([starting, stopped]);
    const abort = new AbortController();
    const told = stopped.finally(() => abort.abort());
    if (instance) await Promise.race([prepare(instance, settings, abort.signal), told]);
    if (instance && !abort.signal.aborted) {
      say(`Vetra runs at ${instance.origin}\nCtrl-C stops it; its data stays in ${settings.DATA_DIR}.`);
      const end = onReady?.(instance);
      await told;
      end?.();
    }
    await told;
    say('Stopping.');
  } finally {
    await starting.then((instance) => instance.stop()).catch(() => undefined);
  }
}
