import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { key } from './serving.ts';

const serverFile = fileURLToPath(new URL('../../../selfhost/libsql/server.ts', import.meta.url));

type Spawned = {
  readonly child: ChildProcess;
  /** The first line it printed, or null when it ended without one. */
  readonly line: string | null;
  readonly errors: () => string;
};

/** Starts the server as a process of its own and waits for its first line, or for its end. */
export async function spawnServer(environment: Record<string, string>): Promise<Spawned> {
  const child = spawn(process.execPath, [serverFile], {
    env: { LIBSQL_TOKEN: 'token', LIBSQL_KEY: key, LIBSQL_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  if (child.stdout === null) throw new Error('the process has no output');
  const closed = once(child, 'close').then(() => null);
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), closed])) ?? [null];
  return { child, line, errors: () => errors };
}

/** Ends it by a signal and gives what it ended with. */
export async function endBy(child: ChildProcess, signal: NodeJS.Signals): Promise<number | string | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code, by] = await ended;
  return code ?? by;
}

export function urlOf({ line }: Spawned): string {
  return /^\{"listening":"(http:\/\/127\.0\.0\.1:[0-9]+)"\}$/.exec(line ?? '')?.[1] ?? `printed ${line}`;
}
