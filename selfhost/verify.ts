/**
 * `npm run verify`: proves for every organisation that its journal is unbroken and that its counts and claims are what
 * the journal says. It works on a running instance and on a stopped one, and ends with 1 if anything does not hold.
 */
import type { Client } from '@libsql/client/http';
import { z } from 'zod';
import { type Finding, verifyOrganisation } from '../durable-objects/actor/verify.ts';
import { type OpenDatabase, withStore } from './open-store.ts';
import { settingsOrFault } from './run-instance.ts';
import { runMain } from './stated-fault.ts';

const organisation = z.object({ kind: z.enum(['tenant', 'facility']), id: z.string(), name: z.string() });
type Organisation = z.output<typeof organisation>;

/** Those that have a database of their own. */
async function organisationsOf(directory: Client): Promise<Organisation[]> {
  const { rows } = await directory.execute(
    "select kind, id, name from organisations where kind in ('tenant', 'facility') order by kind, name",
  );
  return rows.map((row) => organisation.parse(row));
}

/** The database as it is at one moment, so that what is written meanwhile cannot look like a fault. */
async function verifyAtOneMoment(kind: Organisation['kind'], client: Client): Promise<Finding[]> {
  const moment = await client.transaction('read');
  try {
    return await verifyOrganisation(kind, moment);
  } finally {
    moment.close();
  }
}

async function verifyAll(open: OpenDatabase): Promise<number> {
  let count = 0;
  for (const { kind, id, name } of await organisationsOf(open('directory'))) {
    const findings = await verifyAtOneMoment(kind, open(`${kind}-${id}`));
    count += findings.length;
    process.stdout.write(`${findings.length === 0 ? 'holds' : 'BROKEN'}  ${kind} ${name}\n`);
    for (const { check, message } of findings) process.stdout.write(`        ${check}: ${message}\n`);
  }
  return count;
}

await runMain(async () => {
  const findings = await withStore(settingsOrFault(), verifyAll);
  process.stdout.write(findings === 0 ? 'Everything holds.\n' : `${findings} things do not hold.\n`);
  if (findings > 0) process.exitCode = 1;
});
