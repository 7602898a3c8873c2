import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { databaseUrl, spawnLibsql } from '../../selfhost/processes/libsql-process.ts';
import { stopProcess } from '../../selfhost/processes/stop.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    databaseToken: string;
    sessionKey: string;
  }
}

/**
 * One real, encrypted libSQL server for the whole project. Every test makes its own organisation, so that none of them
 * shares a database with another.
 */
export default async function startLibsqlForProject(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vetra-integration-'));
  const token = randomBytes(24).toString('base64url');
  const libsql = await spawnLibsql({ dataDir, port: 0, token, key: randomBytes(32).toString('base64') });
  project.provide('databaseUrl', databaseUrl(libsql.origin));
  project.provide('databaseToken', token);
  project.provide('sessionKey', randomBytes(32).toString('base64'));
  return async () => {
    await stopProcess(libsql.child);
    await rm(dataDir, { recursive: true, force: true });
  };
}
