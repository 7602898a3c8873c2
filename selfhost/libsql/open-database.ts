import { Connection, type SchemaVersion } from './connection.ts';
import { LogSpace } from './log-space.ts';
import {
  type Failed,
  failed,
  type Pipeline,
  type PipelineAnswer,
  type StreamRequest,
  type StreamResult,
} from './protocol.ts';
import { requestNeedsWriteLock, runRequest, type StoredTexts } from './run-request.ts';
import { Stream } from './stream.ts';
import { WriteGate } from './write-gate.ts';

export type DatabaseOptions = {
  readonly path: string;
  readonly key: string;
  readonly cacheKib: number;
  /** How long a writer waits for another's interactive transaction. */
  readonly patience_ms: number;
  /** How long a stream may be silent before it is rolled back. */
  readonly streamIdle_ms: number;
};

const STREAMS_MAX = 32;
const SPARE_CONNECTIONS_MAX = 2;
/** Streams are short and few: the shared connection keeps the large cache. */
const STREAM_CACHE_KIB = 4 * 1024;

/** One database file that is open: a connection that plain requests share, and one for each interactive stream. */
export class OpenDatabase {
  lastUsed_ms = performance.now();
  readonly #options: DatabaseOptions;
  readonly #schema: SchemaVersion = { current: 0 };
  readonly #shared: Connection;
  readonly #log: LogSpace;
  readonly #gate = new WriteGate<Stream>();
  readonly #streams = new Set<Stream>();
  readonly #spare: Connection[] = [];
  #waiting = 0;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    this.#log = new LogSpace(options.path);
    this.#shared = new Connection(options.path, options.key, options.cacheKib, this.#schema);
  }

  get isBusy(): boolean {
    return this.#streams.size > 0 || this.#waiting > 0;
  }

  /** Answers at once unless somebody's open transaction holds the write lock. */
  runWhole(pipeline: Pipeline): PipelineAnswer | Promise<PipelineAnswer> {
    const mustWait = this.#gate.isHeld && this.#needsWriteLock(pipeline);
    return mustWait ? this.#runWholeLater(pipeline) : this.#runWholeNow(pipeline);
  }

  openStream(): Stream | Failed {
    if (this.#streams.size >= STREAMS_MAX)
      return failed('TOO_MANY_STREAMS', `${STREAMS_MAX} streams are open`);
    const { path, key, streamIdle_ms } = this.#options;
    const connection = this.#spare.pop() ?? new Connection(path, key, STREAM_CACHE_KIB, this.#schema);
    const stream = new Stream(connection, streamIdle_ms);
    stream.onClose(() => this.#streamClosed(stream));
    this.#streams.add(stream);
    return stream;
  }

  /** Runs requests of a stream that goes on after them, waiting for the write lock before those that need it. */
  async runInStream(stream: Stream, pipeline: Pipeline): Promise<PipelineAnswer> {
    const results: StreamResult[] = [];
    try {
      for (const request of pipeline.requests) {
        const needsLock = requestNeedsWriteLock(stream.texts, request);
        const run = () => this.#runOne(stream, request, needsLock);
        results.push(needsLock ? await this.#whenOpen(stream, run, locked) : run());
      }
    } catch (error) {
      stream.close();
      throw error;
    }
    return { baton: stream.rest(), base_url: null, results };
  }

  setCache(cacheKib: number): void {
    this.#shared.setCache(cacheKib);
  }

  endStreams(): void {
    for (const stream of [...this.#streams]) stream.close();
  }

  close(): void {
    this.endStreams();
    for (const connection of this.#spare) connection.close();
    try {
      this.#shared.checkpoint();
    } finally {
      this.#shared.close();
    }
  }

  #runWholeLater(pipeline: Pipeline): Promise<PipelineAnswer> {
    const refuse = () => ({ baton: null, base_url: null, results: pipeline.requests.map(locked) });
    return this.#whenOpen(null, () => this.#runWholeNow(pipeline), refuse);
  }

  #runWholeNow(pipeline: Pipeline): PipelineAnswer {
    const texts: StoredTexts = new Map();
    const results = pipeline.requests.map((request) => runRequest(this.#shared, texts, request));
    if (this.#shared.inTransaction || this.#shared.hasOwnSettings) this.#shared.reset();
    this.#log.written();
    return { baton: null, base_url: null, results };
  }

  #needsWriteLock(pipeline: Pipeline): boolean {
    const texts: StoredTexts = new Map();
    return pipeline.requests.some((request) => {
      if (request.type === 'store_sql') texts.set(request.sql_id, request.sql);
      return requestNeedsWriteLock(texts, request);
    });
  }

  #runOne(stream: Stream, request: StreamRequest, needsLock: boolean): StreamResult {
    const result = stream.run(request);
    if (!stream.inTransaction) this.#gate.release(stream);
    else if (needsLock && !this.#gate.isHeld && this.#shared.isLockedOut()) this.#gate.hold(stream);
    return result;
  }

  async #whenOpen<T>(stream: Stream | null, run: () => T, orElse: () => T): Promise<T> {
    this.#waiting += 1;
    try {
      return await this.#gate.whenOpen(stream, this.#options.patience_ms, run, orElse);
    } finally {
      this.#waiting -= 1;
    }
  }

  #streamClosed(stream: Stream): void {
    this.#streams.delete(stream);
    this.lastUsed_ms = performance.now();
    const isSpare = this.#spare.length < SPARE_CONNECTIONS_MAX && stream.connection.reset();
    if (isSpare) this.#spare.push(stream.connection);
    else stream.connection.close();
    this.#gate.release(stream);
  }
}

function locked(): StreamResult {
  const { failure } = failed('SQLITE_BUSY', 'SQLite error: database is locked by another transaction');
  return { type: 'error', error: failure };
}
