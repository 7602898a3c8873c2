import { existsSync } from 'node:fs';
import { type Client, createClient } from '@libsql/client/http';
import { databaseDir } from './instance.ts';
import { readOrMakeKeys } from './keys.ts';
import { lockDataDir } from './processes/data-lock.ts';
import { databaseUrl, spawnLibsql } from './processes/libsql-process.ts';
import { endLeftovers, readRunFile } from './processes/run-file.ts';
import { stopProcess } from './processes/stop.ts';
import type { Settings } from './settings.ts';
import { StatedFault } from './stated-fault.ts';

/** Gives the client of a database by its name; it is closed with the store. */
export type OpenDatabase = (name: string) => Client;

/** Where the store answers, and how to let go of it. */
interface Reached {
  readonly origin: string;
  readonly leave: () => Promise<void>;
}

/** The running instance's server, or one of our own for as long as it is needed. */
async function reach(settings: Settings, token: string, key: string): Promise<Reached> {
  const lock = await lockDataDir(settings.DATA_DIR);
  if (!lock) {
    const run = await readRunFile(settings.DATA_DIR);
    if (!run)
      throw new StatedFault(
        `Vetra is just starting or stopping on ${settings.DATA_DIR}: try again in a moment.`,
      );
    return { origin: run.libsqlOrigin, leave: async () => undefined };
  }
  await endLeftovers(settings.DATA_DIR);
  const { child, origin } = await spawnLibsql({ dataDir: settings.DATA_DIR, port: 0, token, key });
  const leave = async () => {
    await stopProcess(child);
    lock.release();
  };
  return { origin, leave };
}

/** Opens an installation's store, whether it is running or stopped, for as long as `use` takes. */
export async function withStore<T>(settings: Settings, use: (open: OpenDatabase) => Promise<T>): Promise<T> {
  if (!existsSync(databaseDir(settings.DATA_DIR)))
    throw new StatedFault(`There is no data in ${settings.DATA_DIR}.`);
  const { databaseToken, databaseKey } = await readOrMakeKeys(
    settings.keyFile,
    databaseDir(settings.DATA_DIR),
  );
  const { origin, leave } = await reach(settings, databaseToken, databaseKey);
  const clients: Client[] = [];
  try {
    return await use((name) => {
      const url = databaseUrl(origin).replace('{db}', name);
      const client = createClient({ url, authToken: databaseToken });
      clients.push(client);
      return client;
    });
  } finally {
    for (const client of clients) client.close();
    await leave();
  }
}
