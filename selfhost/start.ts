/** `npm start`: runs the whole product on this machine until it is told to stop. */
import { startInstance } from './instance.ts';
import { prepare } from './prepare.ts';
import { readSettings, type Settings } from './settings.ts';
import { runMain, StatedFault } from './stated-fault.ts';
import { welcome } from './welcome.ts';

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

function settingsOrFault(): Settings {
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

await runMain(async () => {
  const settings = settingsOrFault();
  const { stopped, giveUp } = untilStopped();
  const starting = startInstance(settings, { say, onGivenUp: giveUp });
  try {
    const instance = await Promise.race([starting, stopped]);
    const abort = new AbortController();
    const told = stopped.finally(() => abort.abort());
    if (instance) await Promise.race([prepare(instance, settings, abort.signal), told]);
    if (instance && !abort.signal.aborted) say(welcome(instance.origin, settings));
    await told;
    say('Stopping.');
  } finally {
    await starting.then((instance) => instance.stop()).catch(() => undefined);
  }
});
