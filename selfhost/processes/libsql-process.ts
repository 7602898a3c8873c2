import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../build/places.ts';

/** How the embedded libSQL server is started: where its files are and who may ask it. */
export interface LibsqlOptions {
  readonly dataDir: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** The bearer token every request must carry. */
  readonly token: string;
  /** The AES-256 key of the files: 32 bytes as base64. */
  readonly key: string;
}

/** A started libSQL server: its process, and the port it listens on. */
export interface LibsqlProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly origin: string;
}

/** The template with `{db}` in it from which clients make a database's address. */
export const databaseUrl = (origin: string): string => `${origin}/{db}/`;

/** Starts the embedded libSQL server as a child process and waits until it listens. */
export async function spawnLibsql(options: LibsqlOptions): Promise<LibsqlProcess> {
  const child = spawn(process.execPath, [`${root}selfhost/libsql/server.ts`], {
    // The channel tells it when this process is gone, however that ended.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // Its own group: Ctrl-C reaches the launcher alone, which stops the worker first and the store last.
    detached: true,
    env: {
      ...process.env,
      DATA_DIR: options.dataDir,
      LIBSQL_PORT: String(options.port),
      LIBSQL_TOKEN: options.token,
      LIBSQL_KEY: options.key,
    },
  });
  const port = await listeningPort(child);
  return { child, port, origin: `http://127.0.0.1:${port}` };
}

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`libSQL stopped while starting (code ${code})`)));
    if (!child.stdout) return reject(new Error('libSQL was started without a pipe'));
    createInterface(child.stdout).on('line', (line) => {
      const port = /"listening":\s*"?(?:[^"]*:)?(\d+)/.exec(line)?.[1];
      if (port) resolve(Number(port));
      else process.stdout.write(`${line}\n`);
    });
  });
}
