import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OpenDatabase } from './open-database.ts';
import { type Failed, failed, failureOf } from './protocol.ts';

export type DatabasesOptions = {
  readonly directory: string;
  readonly key: string;
  readonly openMax: number;
  readonly idle_ms: number;
  readonly cacheKibTotal: number;
  readonly patience_ms: number;
  readonly streamIdle_ms: number;
};

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const CACHE_KIB_MAX = 64 * 1024;
const CACHE_KIB_MIN = 1024;

/** The database files of a data directory: opened when asked for, closed when idle or when too many are open. */
export class Databases {
  readonly #options: DatabasesOptions;
  readonly #open = new Map<string, OpenDatabase>();
  readonly #sweep: NodeJS.Timeout;

  constructor(options: DatabasesOptions) {
    mkdirSync(options.directory, { recursive: true, mode: 0o700 });
    this.#options = options;
    this.#sweep = setInterval(() => this.#closeIdle(), Math.max(options.idle_ms / 4, 10)).unref();
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** The database of that name. Its file is created when there is none. */
  use(name: string): OpenDatabase | Failed {
    const known = this.#open.get(name);
    if (known !== undefined) {
      known.lastUsed_ms = performance.now();
      return known;
    }
    if (!NAME.test(name)) return failed('DATABASE_NAME_INVALID', 'this is not the name of a database');
    if (this.#open.size >= this.#options.openMax && !this.#closeLeastUsed()) {
      return failed('TOO_MANY_DATABASES', `${this.#options.openMax} databases are in use`);
    }
    return this.#openNew(name);
  }

  /** Rolls back every interactive transaction, so that nobody waits for one any longer. */
  endStreams(): void {
    for (const database of this.#open.values()) database.endStreams();
  }

  closeAll(): void {
    clearInterval(this.#sweep);
    for (const name of [...this.#open.keys()]) this.#close(name);
  }

  #openNew(name: string): OpenDatabase | Failed {
    const { directory, key, patience_ms, streamIdle_ms } = this.#options;
    const cacheKib = this.#cacheKib(this.#open.size + 1);
    try {
      const path = join(directory, `${name}.db`);
      const database = new OpenDatabase({ path, key, cacheKib, patience_ms, streamIdle_ms });
      this.#open.set(name, database);
      this.#shareCache(cacheKib);
      return database;
    } catch (error) {
      const { code, message } = failureOf(error);
      const hint = code === 'SQLITE_NOTADB' ? ': the encryption key does not open it, or it is damaged' : '';
      return failed(code, `database ${name}: ${message}${hint}`);
    }
  }

  #closeIdle(): void {
    const since_ms = performance.now() - this.#options.idle_ms;
    for (const [name, database] of [...this.#open]) {
      if (!database.isBusy && database.lastUsed_ms <= since_ms) this.#close(name);
    }
  }

  #closeLeastUsed(): boolean {
    const idle = [...this.#open].filter(([, database]) => !database.isBusy);
    const [oldest] = idle.sort(([, one], [, other]) => one.lastUsed_ms - other.lastUsed_ms);
    if (oldest === undefined) return false;
    this.#close(oldest[0]);
    return true;
  }

  #close(name: string): void {
    const database = this.#open.get(name);
    this.#open.delete(name);
    try {
      database?.close();
    } catch (error) {
      // What is committed is in the log, and the next to open the file reads it from there.
      console.error(`database ${name} was not closed cleanly: ${failureOf(error).message}`);
    }
  }

  /** The page cache is shared out evenly, so that many open databases do not take more memory than a few. */
  #cacheKib(count: number): number {
    const share = 2 ** Math.floor(Math.log2(this.#options.cacheKibTotal / count));
    return Math.min(CACHE_KIB_MAX, Math.max(CACHE_KIB_MIN, share));
  }

  #shareCache(cacheKib: number): void {
    if (cacheKib === this.#cacheKib(this.#open.size - 1)) return;
    for (const database of this.#open.values()) database.setCache(cacheKib);
  }
}
