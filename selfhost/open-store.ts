import { existsSync } from 'node:fs';
import { type Client, createClient } from '@libsql/client/http';
import type { DoorKey } from './door.ts';
import { databaseDir } from './instance.ts';
import { type Keys, readOrMakeKeys } from './keys.ts';
import { lockDataDir } from './processes/data-lock.ts';
import { databaseUrl, spawnLibsql } from './processes/libsql-process.ts';
import { endLeftovers, type RunFile, readRunFile } from './processes/run-file.ts';
import { stopProcess } from './processes/stop.ts';
import type { Settings } from './settings.ts';
import { StatedFault } from './stated-fault.ts';

/** Gives the client of a database by its name; it is closed with the store. */
export type OpenDatabase = (name: string) => Client;

/** The instance that runs on a store: the address browsers know, and the key to its door. */
export interface Running {
  readonly origin: string;
  readonly doorKey: DoorKey;
}

/** Where the store answers, the instance that runs on it, and how to let go of it. */
interface Reached {
  readonly libsqlOrigin: string;
  readonly run: RunFile | null;
  readonly leave: () => Promise<void>;
}

/** The running instance's server, or one of our own for as long as it is needed. */
async function reach(settings: Settings, { databaseToken, databaseKey }: Keys): Promise<Reached> {
  const lock = await lockDataDir(settings.DATA_DIR);
  if (!lock) {
    const run = await readRunFile(settings.DATA_DIR);
    if (!run)
      throw new StatedFault(
        `Vetra is just starting or stopping on ${settings.DATA_DIR}: try again in a moment.`,
      );
    return { libsqlOrigin: run.libsqlOrigin, run, leave: async () => undefined };
  }
  await endLeftovers(settings.DATA_DIR);
  const { child, origin } = await spawnLibsql({
    dataDir: settings.DATA_DIR,
    port: 0,
    token: databaseToken,
    key: databaseKey,
  });
  const leave = async () => {
    await stopProcess(child);
    lock.release();
  };
  return { libsqlOrigin: origin, run: null, leave };
}

/**
 * Opens an installation's store, whether it is running or stopped, for as long as `use` takes; `running` is null where
 * no instance runs on it.
 */
export async function withStore<T>(
  settings: Settings,
  use: (open: OpenDatabase, running: Running | null) => Promise<T>,
): Promise<T> {
  if (!existsSync(databaseDir(settings.DATA_DIR)))
    throw new StatedFault(`There is no data in ${settings.DATA_DIR}.`);
  const keys = await readOrMakeKeys(settings.keyFile, databaseDir(settings.DATA_DIR));
  const { libsqlOrigin, run, leave } = await reach(settings, keys);
  const running = run && {
    origin: run.origin,
    doorKey: { origin: run.internalOrigin, systemToken: keys.systemToken },
  };
  const clients: Client[] = [];
  const open: OpenDatabase = (name) => {
    const url = databaseUrl(libsqlOrigin).replace('{db}', name);
    const client = createClient({ url, authToken: keys.databaseToken });
    clients.push(client);
    return client;
  };
  try {
    return await use(open, running);
  } finally {
    for (const client of clients) client.close();
    await leave();
  }
}
