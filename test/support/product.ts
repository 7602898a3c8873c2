import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../selfhost/build/places.ts';
import { type Health, waitForHealth } from '../../selfhost/health.ts';
import { readOrMakeKeys } from '../../selfhost/keys.ts';
import { databaseUrl } from '../../selfhost/processes/libsql-process.ts';
import { type RunFile, readRunFile } from '../../selfhost/processes/run-file.ts';
import { filledStore } from './filled-store.ts';

/** How a test wants the product: empty, and on a data directory of its own, if it says nothing. */
export interface ProductOptions {
  /** With the demo in it, and its people on the sign-in page. */
  readonly demo?: boolean;
  /**
   * A directory to keep: it is not removed on `stop()`, so that another start can find its data. Without one the product
   * starts on a copy of a store that was filled before (see filled-store.ts).
   */
  readonly dataDir?: string;
  /** 0, unless given: the system chooses. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Which of the two processes of a running product. */
export type Part = 'workerd' | 'libsql';

/** A product started as a customer starts it, in real processes. */
export interface Product {
  readonly origin: string;
  /** Where this machine's own programs reach the doors under /internal: browsers' address has none. */
  readonly internalOrigin: string;
  readonly dataDir: string;
  /** The template with `{db}` in it, and the token, to look into the store past the product. */
  readonly databaseUrl: string;
  readonly databaseToken: string;
  /** Opens the worker's doors under /internal, as the launcher's own programs do. */
  readonly systemToken: string;
  /** Everything it has said so far, for a test that failed. */
  readonly output: () => string;
  /** Sends a part a signal and returns once it was sent: SIGKILL, or SIGSTOP and SIGCONT to make it slow. */
  readonly signal: (part: Part, signal: NodeJS.Signals) => Promise<void>;
  readonly killWorkerd: () => Promise<void>;
  readonly killLibsql: () => Promise<void>;
  /** Kills the launcher alone, as the system does when memory runs out. */
  readonly killLauncher: () => Promise<void>;
  /** Waits until the product answers that it is well (again). */
  readonly healthy: () => Promise<Health>;
  /** Resident memory of each of its processes, in bytes. Linux only. */
  readonly memoryByProcess: () => Promise<Readonly<Record<'workerd' | 'libsql' | 'launcher', number>>>;
  /** Stops it as Ctrl-C does; gives the launcher's exit status. */
  readonly stop: () => Promise<number | null>;
}

/** The product's own settings, from what the test wants and nothing of the tester's environment. */
function environment(options: ProductOptions, dataDir: string): NodeJS.ProcessEnv {
  const own = /^(VETRA_|HOST$|PORT$|DATA_DIR$|TLS_|DATABASE_|ORIGIN$)/;
  const outside = Object.entries(process.env).filter(([name]) => !own.test(name));
  return {
    ...Object.fromEntries(outside),
    PORT: String(options.port ?? 0),
    DATA_DIR: dataDir,
    VETRA_DEMO: options.demo ? '1' : '0',
    ...options.env,
  };
}

/** Waits for the sentence with which the launcher says that it is ready. */
function ready(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('Vetra runs at ')) resolve();
      });
    }
    child.once('exit', (code) =>
      reject(new Error(`The product ended (${code}) instead of starting:\n${lines.join('\n')}`)),
    );
  });
}

async function runningIn(dataDir: string): Promise<RunFile> {
  const run = await readRunFile(dataDir);
  if (!run) throw new Error(`Nothing runs on ${dataDir}`);
  return run;
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

/** Starts the product with `selfhost/start.ts` and waits until it is ready. Always `await product.stop()`. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const fill = async (path: string) => {
    const filled = await startProduct({ ...(options.demo && { demo: true }), dataDir: path });
    await filled.stop();
  };
  const dataDir = options.dataDir ?? (await filledStore(options.demo ?? false, fill));
  const lines: string[] = [];
  const child = spawn(process.execPath, [`${root}selfhost/start.ts`], {
    cwd: root,
    env: environment(options, dataDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const clean = () => (options.dataDir ? undefined : rm(dataDir, { recursive: true, force: true }));
  try {
    await ready(child, lines);
  } catch (error) {
    await clean();
    throw error;
  }
  const { origin, internalOrigin, libsqlOrigin } = await runningIn(dataDir);
  const keyFile = options.env?.VETRA_KEY_FILE ?? join(dataDir, 'keys.json');
  const { databaseToken, systemToken } = await readOrMakeKeys(keyFile, dataDir);
  const signal = async (part: Part, name: NodeJS.Signals) => {
    const run = await runningIn(dataDir);
    process.kill(part === 'workerd' ? run.workerdPid : run.libsqlPid, name);
  };
  return {
    origin,
    internalOrigin,
    dataDir,
    databaseUrl: databaseUrl(libsqlOrigin),
    databaseToken,
    systemToken,
    output: () => lines.join('\n'),
    signal,
    killWorkerd: () => signal('workerd', 'SIGKILL'),
    killLibsql: () => signal('libsql', 'SIGKILL'),
    killLauncher: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    healthy: () => waitForHealth(origin),
    memoryByProcess: async () => {
      const run = await runningIn(dataDir);
      return {
        workerd: await residentBytes(run.workerdPid),
        libsql: await residentBytes(run.libsqlPid),
        launcher: await residentBytes(run.launcherPid),
      };
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await exited;
      await clean();
      return child.exitCode;
    },
  };
}
