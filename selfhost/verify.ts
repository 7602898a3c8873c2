/**
 * `npm run verify`: proves for every organisation that its journal is unbroken, that its counts and claims are what the
 * journal says and, where an instance runs, that what its people are shown live is what the rows say. It works on a
 * stopped instance too, and ends with 1 if anything does not hold.
 */
import type { Client } from '@libsql/client/http';
import { z } from 'zod';
import type { Finding } from '../durable-objects/actor/finding.ts';
import { verifyOrganisation } from '../durable-objects/actor/verify.ts';
import { type Door, openDoor } from './door.ts';
import { compareViews } from './live-views.ts';
import { type OpenDatabase, type Running, withStore } from './open-store.ts';
import { settingsOrFault } from './run-instance.ts';
import { runMain } from './stated-fault.ts';

const organisation = z.object({ kind: z.enum(['tenant', 'facility']), id: z.string(), name: z.string() });
type Organisation = z.output<typeof organisation>;

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

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

/** What does not hold, and whether the live views moved too much to be compared. */
async function verifyOne({ kind, id }: Organisation, client: Client, door: Door | null) {
  const findings = await verifyAtOneMoment(kind, client);
  const seen = door && (await compareViews(door, { kind, id }, client));
  return { findings: [...findings, ...(seen ?? [])], moved: door !== null && seen === null };
}

async function verifyAll(open: OpenDatabase, running: Running | null): Promise<number> {
  const door = running && openDoor(running.doorKey);
  let count = 0;
  for (const organisation of await organisationsOf(open('directory'))) {
    const { kind, id, name } = organisation;
    const { findings, moved } = await verifyOne(organisation, open(`${kind}-${id}`), door);
    count += findings.length;
    say(`${findings.length === 0 ? 'holds' : 'BROKEN'}  ${kind} ${name}`);
    for (const { check, message } of findings) say(`        ${check}: ${message}`);
    if (moved) say('        views: they moved all the while and were not compared');
  }
  if (!door) say('Live views were not looked at: no instance runs on this data.');
  return count;
}

await runMain(async () => {
  const findings = await withStore(settingsOrFault(), verifyAll);
  say(
    findings === 0
      ? 'Everything holds.'
      : findings === 1
        ? 'One thing does not hold.'
        : `${findings} things do not hold.`,
  );
  if (findings > 0) process.exitCode = 1;
});
