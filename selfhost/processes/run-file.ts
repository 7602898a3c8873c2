import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  /** Where browsers go. */
  origin: z.string(),
  /** Where this machine's own programs reach the worker without TLS. */
  internalOrigin: z.string(),
  /** Where the embedded libSQL server listens. */
  libsqlOrigin: z.string(),
  launcherPid: z.number(),
  libsqlPid: z.number(),
  workerdPid: z.number(),
});

/** What a running instance says about itself in its data directory: addresses and process numbers, no secret. */
export type RunFile = Readonly<z.output<typeof schema>>;

const pathIn = (dataDir: string) => join(dataDir, 'running.json');

/** Tells other programs (verify, backup, tests) where this instance is. */
export const writeRunFile = (dataDir: string, run: RunFile): Promise<void> =>
  writeFile(pathIn(dataDir), `${JSON.stringify(run, null, 2)}\n`);

/** Takes the notice away when the instance has stopped. */
export const removeRunFile = (dataDir: string): Promise<void> => rm(pathIn(dataDir), { force: true });

/** What the instance on this data directory last said about itself; it may have been killed since. */
export async function readRunFile(dataDir: string): Promise<RunFile | null> {
  const text = await readFile(pathIn(dataDir), 'utf8').catch(() => null);
  return text === null ? null : schema.parse(JSON.parse(text));
}

/** The command line of a process, or an empty text if it is gone. */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text.replaceAll('\0', ' ');
  }
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

async function endIfOurs(pid: number, sign: string): Promise<void> {
  if (!(await commandOf(pid)).includes(sign)) return;
  process.kill(pid, 'SIGKILL');
  while ((await commandOf(pid)).includes(sign)) await new Promise((resolve) => setTimeout(resolve, 10));
}

/**
 * Ends what a launcher left running that was itself killed. Call it only while holding the directory's lock. A number
 * that meanwhile belongs to another program is left alone, by looking at the program's command line.
 */
export async function endLeftovers(dataDir: string): Promise<void> {
  const run = await readRunFile(dataDir);
  if (!run) return;
  await Promise.all([endIfOurs(run.workerdPid, 'workerd'), endIfOurs(run.libsqlPid, 'libsql/server.ts')]);
  await removeRunFile(dataDir);
}
