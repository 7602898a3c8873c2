import Database from 'libsql';
import { connectionClosed } from './native-memory.ts';
import {
  type Column,
  type DescribeResult,
  type Failed,
  failed,
  failureOf,
  type Statement,
  type StatementResult,
} from './protocol.ts';
import { readSql, type StatementText } from './sql-text.ts';
import { needsWriteLock } from './statement-kind.ts';
import { bindArguments, toWire, wireLength } from './values.ts';

type Native = Database.Database;
type Prepared = {
  readonly text: StatementText;
  readonly native: Database.Statement<unknown[]>;
  /** True when it gives rows. */
  readonly reader: boolean;
  cols: readonly Column[] | null;
};

/** Counts changes of a database's schema, so that each of its connections forgets statements prepared before. */
export type SchemaVersion = { current: number };

const PREPARED_MAX = 256;
const PREPARED_LENGTH_MAX = 20_000;
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;
const READ_ONLY = 'SQLite error: attempt to write in a transaction begun for reading';
const SAFE_ROWID_MAX = Number.MAX_SAFE_INTEGER;

/** One native connection to one database file. Everything it does is synchronous. */
export class Connection {
  readonly #native: Native;
  readonly #schema: SchemaVersion;
  readonly #prepared = new Map<string, Prepared>();
  #preparedAt: number;
  #hasOwnSettings = false;
  #isReadOnly = false;

  constructor(path: string, key: string, cacheKib: number, schema: SchemaVersion) {
    const options = { timeout: 0, encryptionCipher: 'aes256cbc', encryptionKey: key };
    this.#native = new Database(path, options);
    this.#schema = schema;
    this.#preparedAt = schema.current;
    try {
      // The first read shows whether the key fits; temporary results stay in memory because files of them are not encrypted.
      this.#native.exec(`pragma temp_store = memory; pragma cache_size = -${cacheKib}; select count(*) from sqlite_schema;
        pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 10000;
        pragma journal_size_limit = 67108864; pragma foreign_keys = on;`);
    } catch (error) {
      this.#native.close();
      throw error;
    }
  }

  /** True when a client has set something that the next user of this connection must not find. */
  get hasOwnSettings(): boolean {
    return this.#hasOwnSettings;
  }

  get inTransaction(): boolean {
    return this.#native.inTransaction;
  }

  /** Runs one statement. Throws what the native engine throws; refuses what it must not see. */
  run(sql: string, statement: Statement): StatementResult | Failed {
    const prepared = this.#prepare(sql);
    if ('failure' in prepared) return prepared;
    const bound = bindArguments(statement, prepared.text.parameters);
    if ('failure' in bound) return bound;
    const { kind } = prepared.text;
    if (this.#refusesWrites() && needsWriteLock(kind)) return failed('SQLITE_READONLY', READ_ONLY);
    if (kind === 'schema') this.#schema.current += 1;
    if (kind === 'pragma') this.#hasOwnSettings = true;
    const result = this.#execute(prepared, bound);
    if (kind === 'begin-read') this.#isReadOnly = true;
    return result;
  }

  describe(sql: string): DescribeResult | Failed {
    const prepared = this.#prepare(sql);
    if ('failure' in prepared) return prepared;
    const { text } = prepared;
    return {
      params: text.parameters.map((name) => ({ name })),
      cols: columnsOf(prepared),
      is_explain: text.isExplain,
      is_readonly: text.kind === 'read' || text.kind === 'transaction',
    };
  }

  /** Ends whatever transaction is open and undoes what a client has set for itself. False when that failed. */
  reset(): boolean {
    try {
      if (this.#native.inTransaction) this.#native.exec('rollback');
      this.#native.exec('pragma foreign_keys = on');
    } catch {
      return false;
    }
    this.#hasOwnSettings = false;
    return true;
  }

  /** True while another connection holds the database's write lock. */
  isLockedOut(): boolean {
    try {
      this.#native.exec('begin immediate');
    } catch {
      return true;
    }
    this.#native.exec('rollback');
    return false;
  }

  setCache(cacheKib: number): void {
    this.#native.exec(`pragma cache_size = -${cacheKib}`);
  }

  /** Moves the write-ahead log into the file, as far as other connections let it. */
  checkpoint(): void {
    this.#native.prepare('pragma wal_checkpoint(truncate)').all();
  }

  close(): void {
    this.reset();
    // The native side stays until its statements are collected: give back its memory now.
    this.#prepared.clear();
    this.#native.exec('pragma cache_size = 0; pragma shrink_memory');
    this.#native.close();
    connectionClosed();
  }

  /** The native engine takes `begin readonly` for a plain `begin`, so the promise is kept here. */
  #refusesWrites(): boolean {
    if (this.#isReadOnly && !this.#native.inTransaction) this.#isReadOnly = false;
    return this.#isReadOnly;
  }

  #prepare(sql: string): Prepared | Failed {
    if (this.#preparedAt !== this.#schema.current) {
      this.#prepared.clear();
      this.#preparedAt = this.#schema.current;
    }
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const text = onlyStatement(sql);
    if ('failure' in text) return text;
    const native = this.#native.prepare(text.sql);
    const { reader } = native;
    if (reader) native.raw();
    native.safeIntegers();
    const prepared = { text, native, reader, cols: null };
    if (sql.length <= PREPARED_LENGTH_MAX && text.kind !== 'pragma' && text.kind !== 'schema')
      this.#remember(sql, prepared);
    return prepared;
  }

  #remember(sql: string, prepared: Prepared): void {
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size >= PREPARED_MAX && oldest !== undefined) this.#prepared.delete(oldest);
    this.#prepared.set(sql, prepared);
  }

  #execute(prepared: Prepared, bound: readonly unknown[]): StatementResult | Failed {
    try {
      return prepared.reader ? this.#rows(prepared, bound) : this.#effect(prepared, bound);
    } catch (error) {
      if (failureOf(error).code.startsWith('SQLITE_BUSY')) this.#abandon(prepared);
      throw error;
    }
  }

  /**
   * A statement that met a lock stays under way and keeps its snapshot until it is reset, which the native package
   * does not offer. Run once more where writing is forbidden, it fails before it asks for the lock, and ends.
   */
  #abandon({ native }: Prepared): void {
    this.#native.exec('pragma query_only = on');
    try {
      native.run([]);
    } catch {
      // Refused, as intended.
    }
    this.#native.exec('pragma query_only = off');
  }

  #rows(prepared: Prepared, bound: readonly unknown[]): StatementResult | Failed {
    const rows: unknown[][] = [];
    let bytes = 0;
    const iterator = prepared.native.iterate(bound);
    for (const row of iterator) {
      if (!Array.isArray(row)) throw new TypeError('the engine returned a row that is not a list');
      for (const value of row) bytes += wireLength(value);
      rows.push(row.map(toWire));
      if (bytes > ANSWER_BYTES_MAX) return this.#tooLarge(iterator);
    }
    const { kind } = prepared.text;
    const cols = columnsOf(prepared);
    if (kind !== 'insert' && kind !== 'change')
      return { cols, rows, affected_row_count: 0, last_insert_rowid: null };
    const last_insert_rowid = kind === 'insert' ? this.#lastRowid() : null;
    return { cols, rows, affected_row_count: this.#ask('select changes()'), last_insert_rowid };
  }

  #effect({ native, text }: Prepared, bound: readonly unknown[]): StatementResult {
    const { changes, lastInsertRowid } = native.run(bound);
    const isChange = text.kind === 'insert' || text.kind === 'change';
    // The native call gives the row id as a double: beyond 2^53 only SQL tells it whole.
    const isExact = Math.abs(Number(lastInsertRowid)) <= SAFE_ROWID_MAX;
    const rowid = isExact ? String(lastInsertRowid) : this.#lastRowid();
    return {
      cols: [],
      rows: [],
      affected_row_count: isChange ? changes : 0,
      last_insert_rowid: text.kind === 'insert' ? rowid : null,
    };
  }

  /** Stops a statement in the middle; without this it would keep its snapshot, and the log could not be moved. */
  #tooLarge(iterator: Iterator<unknown>): Failed {
    if ('interrupt' in this.#native && typeof this.#native.interrupt === 'function') this.#native.interrupt();
    try {
      while (iterator.next().done !== true);
    } catch {
      // Interrupted, as asked.
    }
    return failed('RESPONSE_TOO_LARGE', `the answer is larger than ${ANSWER_BYTES_MAX} bytes`);
  }

  #lastRowid(): string {
    const prepared = this.#prepare('select last_insert_rowid()');
    const [row] = 'failure' in prepared ? [] : prepared.native.all([]);
    return Array.isArray(row) ? String(row[0]) : '0';
  }

  #ask(sql: string): number {
    const prepared = this.#prepare(sql);
    const [row] = 'failure' in prepared ? [] : prepared.native.all([]);
    return Array.isArray(row) ? Number(row[0]) : 0;
  }
}

function onlyStatement(sql: string): StatementText | Failed {
  if (sql.includes('\0')) return failed('SQL_INVALID', 'the SQL text holds a NUL character');
  const [statement, ...more] = readSql(sql);
  if (statement === undefined) return failed('SQL_NO_STATEMENT', 'the SQL text holds no statement');
  if (more.length > 0) return failed('SQL_MANY_STATEMENTS', 'the SQL text holds more than one statement');
  return statement.refusal === null ? statement : failed('SQLITE_AUTH', statement.refusal);
}

function columnsOf(prepared: Prepared): readonly Column[] {
  prepared.cols ??= prepared.native.columns().map(({ name, type }) => ({ name, decltype: type }));
  return prepared.cols;
}
