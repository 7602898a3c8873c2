import type { Client, InValue, Row } from '@libsql/client/web';

/** One SQL statement with its arguments by position. */
export interface Statement {
  sql: string;
  args: InValue[];
}

/** A database as an actor uses it: many statements, one round trip, one transaction. */
export interface Store {
  read(statements: Statement[]): Promise<Row[][]>;
  write(statements: Statement[]): Promise<void>;
}

/** After this long a batch's outcome counts as unknown: it may have run, may run yet, or never will. */
const batch_ms_max = 5_000;

/** The batch did not answer in time. */
class NoAnswer extends Error {
  constructor(limit_ms: number) {
    super(`the database has not answered for ${limit_ms} ms`);
    this.name = 'NoAnswer';
  }
}

async function within<T>(limit_ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(limit_ms)), limit_ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens a store over a libSQL client. A batch that is not answered in time is given up, not cancelled. */
export function openStore(client: Client, limit_ms = batch_ms_max): Store {
  return {
    async read(statements) {
      const results = await within(limit_ms, client.batch(statements, 'read'));
      return results.map((result) => result.rows);
    },
    async write(statements) {
      await within(limit_ms, client.batch(statements, 'write'));
    },
  };
}

/** Whether the database refused the batch over a constraint: nothing of it was done, and another one may be. */
export function isConstraint(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CONSTRAINT');
}
