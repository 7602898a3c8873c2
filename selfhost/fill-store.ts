/** Loads the diagnoses and, where it is asked to, the demo; its task comes as JSON on standard input. */
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { loadReference } from './reference/load.ts';
import { runMain } from './stated-fault.ts';

const schema = z.object({
  /** Where this machine's programs reach the worker. */
  origin: z.string(),
  /** Where browsers reach it, and what requests have to name as their origin. */
  publicOrigin: z.string(),
  databaseUrl: z.string(),
  databaseToken: z.string(),
  seed: z.boolean(),
});

/** What a store that begins needs, and where it is. */
export type FillTask = z.output<typeof schema>;

await runMain(async () => {
  const task = schema.parse(JSON.parse(await text(process.stdin)));
  await loadReference(task);
});
