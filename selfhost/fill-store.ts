/** Loads the diagnoses and, where it is asked to, the demo, and names its people; its task comes as JSON on standard input. */
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { seedDemo } from './demo/seed.ts';
import { demoLogins } from './demo-logins.ts';
import { loadReference } from './reference/load.ts';
import { runMain } from './stated-fault.ts';

const schema = z.object({
  /** Where this machine's programs reach the worker. */
  origin: z.string(),
  databaseUrl: z.string(),
  databaseToken: z.string(),
  systemToken: z.string(),
  /** Whether the store is to get the demo now. */
  seed: z.boolean(),
  /** Whether the people of the demo are to be named. */
  demo: z.boolean(),
});

/** What a store that begins needs, and where it is. */
export type FillTask = z.output<typeof schema>;

async function seed(task: FillTask): Promise<void> {
  const startedAt = performance.now();
  const { people, enrollees, claims } = await seedDemo(task, Date.now());
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `The demo is in: ${people} people, ${enrollees} enrollees, ${claims} claims (${seconds} s).\n`,
  );
}

await runMain(async () => {
  const task = schema.parse(JSON.parse(await text(process.stdin)));
  await loadReference(task);
  if (task.seed) await seed(task);
  if (task.demo) process.stdout.write(`${demoLogins(Date.now())}\n`);
});
