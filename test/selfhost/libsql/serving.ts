import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, type Config, createClient, LibsqlError } from '@libsql/client/web';
import { onTestFinished } from 'vitest';
import { type LibsqlOptions, type RunningLibsql, startLibsql } from '../../../selfhost/libsql/server.ts';

export const key = '5c'.repeat(32);

/** An empty data directory that goes with the test. */
export async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'vetra-libsql-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A server of the test's own, in this process. */
export async function serve(
  options: Partial<LibsqlOptions> = {},
): Promise<RunningLibsql & { dataDir: string }> {
  const dataDir = options.dataDir ?? (await emptyDirectory());
  const server = await startLibsql({ key, ...options, dataDir });
  onTestFinished(server.stop);
  return { ...server, dataDir };
}

/** The real client, as the worker uses it. */
export function clientOf(server: RunningLibsql, name = 'tenant-one', config: Partial<Config> = {}): Client {
  return createClient({ url: `${server.url}/${name}/`, authToken: server.token, ...config });
}

/** The code that the client gives a failure, or 'none' when there was no failure. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'none';
  } catch (error) {
    if (error instanceof LibsqlError) return error.code;
    throw error;
  }
}

/** Sends a message of the protocol as it is. */
export async function post(
  server: RunningLibsql,
  message: unknown,
  name = 'tenant-one',
): Promise<{
  status: number;
  body: { baton?: string | null; results?: unknown[]; code?: string; message?: string };
}> {
  const response = await fetch(`${server.url}/${name}/v2/pipeline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}` },
    body: typeof message === 'string' ? message : JSON.stringify(message),
  });
  return { status: response.status, body: await response.json() };
}
