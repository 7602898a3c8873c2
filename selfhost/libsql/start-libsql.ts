import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { Conversations } from './answer-pipeline.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { Databases } from './databases.ts';
import { createHranaServer } from './http-server.ts';
import { type LibsqlOptions, type LibsqlSettings, settingsOf } from './options.ts';

export type RunningLibsql = {
  /** Where it listens, without a slash at the end: a database is at `${url}/<name>/`. */
  readonly url: string;
  readonly token: string;
  /** How many databases are open at the moment. */
  readonly openCount: () => number;
  /** Takes no more requests, rolls back open transactions, moves every log into its file and closes. */
  readonly stop: () => Promise<void>;
};

/** Starts a libSQL server in this process. Throws when the options are unsafe or the data directory is held. */
export async function startLibsql(options: LibsqlOptions): Promise<RunningLibsql> {
  const settings = settingsOf(options);
  const unlock = lockDataDirectory(settings.dataDir, settings.key);
  const databases = new Databases({
    directory: join(settings.dataDir, 'databases'),
    key: settings.key,
    openMax: settings.databasesOpenMax,
    idle_ms: settings.databaseIdle_ms,
    cacheKibTotal: settings.cacheKibTotal,
    patience_ms: settings.writerPatience_ms,
    streamIdle_ms: settings.streamIdle_ms,
  });
  let isStopping = false;
  const conversations = new Conversations(databases);
  const server = createHranaServer({ ...settings, conversations, isStopping: () => isStopping });
  const closeFiles = () => {
    databases.closeAll();
    unlock();
  };
  try {
    const url = await listen(server, settings);
    const stop = async () => {
      if (isStopping) return;
      isStopping = true;
      databases.endStreams();
      await closeServer(server);
      closeFiles();
    };
    return { url, token: settings.token, openCount: () => databases.openCount, stop };
  } catch (error) {
    closeFiles();
    throw error;
  }
}

async function listen(server: Server, { socketPath, port, host }: LibsqlSettings): Promise<string> {
  if (socketPath === null) {
    server.listen(port, host);
  } else {
    // The data directory's lock is held, so a socket here was left by a process that is gone.
    if (statSync(socketPath, { throwIfNoEntry: false })?.isSocket()) rmSync(socketPath);
    server.listen(socketPath);
  }
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') return `unix:${socketPath}`;
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}

const CLOSE_GRACE_MS = 5_000;

/** Lets requests that are being answered finish; connections are closed as they fall silent. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
