import { env } from 'cloudflare:workers';
import type { Client, InStatement, ResultSet, TransactionMode } from '@libsql/client/web';
import { connect } from '../../../worker/databases/connect.ts';

/**
 * A real database behind a line that misbehaves for writing batches: `down` never arrives, `lost` arrives and is done
 * but the answer is not, `cut` breaks off half-way and is rolled back, `held` is not answered in time and runs when let go.
 * `gone`: nothing arrives, reading neither.
 */
export type Mood = 'well' | 'down' | 'lost' | 'cut' | 'held' | 'gone';

export class HostileDatabase {
  mood: Mood = 'well';
  /** the writing batches that were sent, in their order */
  readonly sent: InStatement[][] = [];
  /** of all writing batches, by number, those that never arrive whatever the mood */
  readonly downAt = new Set<number>();
  /** a batch is written only once the reads that were sent before it are answered: a look-up never takes several cycles */
  inOrder = false;
  readonly #reading = new Set<Promise<unknown>>();
  readonly #held: (() => Promise<string | null>)[] = [];
  readonly #name: string;

  /** how many writing batches were sent */
  get writes(): number {
    return this.sent.length;
  }

  constructor(name: string) {
    this.#name = name;
  }

  /** A client of it, as `connect` gives one. */
  get client(): Client {
    const real = connect(env, this.#name);
    const batch = (statements: InStatement[], mode: TransactionMode = 'deferred') =>
      this.#batch(real, statements, mode);
    return new Proxy(real, {
      get: (target, name) => {
        if (name === 'batch') return batch;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  async #batch(real: Client, statements: InStatement[], mode: TransactionMode): Promise<ResultSet[]> {
    if (this.mood === 'gone') throw new Error('connection refused');
    if (mode !== 'write') return this.#read(real.batch(statements, mode));
    if (this.inOrder) await Promise.allSettled(this.#reading);
    this.sent.push(statements);
    if (this.downAt.has(this.writes)) throw new Error('connection refused');
    switch (this.mood) {
      case 'well':
        return real.batch(statements, mode);
      case 'down':
        throw new Error('connection refused');
      case 'lost':
        await real.batch(statements, mode);
        throw new Error('connection reset');
      case 'cut': {
        const transaction = await real.transaction('write');
        for (const statement of statements.slice(0, Math.ceil(statements.length / 2)))
          await transaction.execute(statement);
        transaction.close();
        throw new Error('connection reset');
      }
      case 'held':
        this.#held.push(() =>
          real.batch(statements, mode).then(
            () => null,
            (error: Error) => error.message,
          ),
        );
        // The time that one waits for an answer is over, whatever it is: how fast the machine is just now has no part in it.
        throw new Error('the database has not answered');
    }
  }

  async #read(answer: Promise<ResultSet[]>): Promise<ResultSet[]> {
    this.#reading.add(answer);
    try {
      return await answer;
    } finally {
      this.#reading.delete(answer);
    }
  }

  /** Lets run what was held, in order; answers how each went: null, or why not. */
  async letGo(): Promise<(string | null)[]> {
    const outcomes: (string | null)[] = [];
    for (const run of this.#held.splice(0)) outcomes.push(await run());
    return outcomes;
  }
}
