import type { Connection } from './connection.ts';
import {
  type Batch,
  type BatchResult,
  type Condition,
  type Failed,
  type Failure,
  failed,
  failureOf,
  type SqlSource,
  type Statement,
  type StatementResult,
  type StreamRequest,
  type StreamResponse,
  type StreamResult,
} from './protocol.ts';
import { readSql } from './sql-text.ts';
import { needsWriteLock } from './statement-kind.ts';

/** What a stream remembers between its requests: the texts that the client stored under numbers. */
export type StoredTexts = Map<number, string>;

const STORED_TEXTS_MAX = 1_000;

/** Runs one request of a stream to its end, without a pause in which another could come between. */
export function runRequest(connection: Connection, texts: StoredTexts, request: StreamRequest): StreamResult {
  try {
    const response = respond(connection, texts, request);
    return 'failure' in response ? { type: 'error', error: response.failure } : { type: 'ok', response };
  } catch (error) {
    return { type: 'error', error: failureOf(error) };
  }
}

/** True when the request will take the write lock, so that it has to wait while another stream holds it. */
export function requestNeedsWriteLock(texts: StoredTexts, request: StreamRequest): boolean {
  return sourcesOf(request).some((source) => {
    const sql = textOf(texts, source);
    return typeof sql === 'string' && readSql(sql).some((statement) => needsWriteLock(statement.kind));
  });
}

function sourcesOf(request: StreamRequest): readonly SqlSource[] {
  if (request.type === 'execute') return [request.stmt];
  if (request.type === 'batch') return request.batch.steps.map((step) => step.stmt);
  return request.type === 'sequence' ? [request] : [];
}

function respond(
  connection: Connection,
  texts: StoredTexts,
  request: StreamRequest,
): StreamResponse | Failed {
  switch (request.type) {
    case 'close':
      return { type: 'close' };
    case 'store_sql':
      return store(texts, request.sql_id, request.sql);
    case 'close_sql':
      texts.delete(request.sql_id);
      return { type: 'close_sql' };
    case 'get_autocommit':
      return { type: 'get_autocommit', is_autocommit: !connection.inTransaction };
    case 'execute':
      return executed(execute(connection, texts, request.stmt));
    case 'batch': {
      const result = runBatch(connection, texts, request.batch);
      return 'failure' in result ? result : { type: 'batch', result };
    }
    case 'describe': {
      const sql = textOf(texts, request);
      const result = typeof sql === 'string' ? connection.describe(sql) : sql;
      return 'failure' in result ? result : { type: 'describe', result };
    }
    case 'sequence':
      return runSequence(connection, texts, request);
    default:
      return request satisfies never;
  }
}

function executed(result: StatementResult | Failed): StreamResponse | Failed {
  return 'failure' in result ? result : { type: 'execute', result };
}

function execute(connection: Connection, texts: StoredTexts, statement: Statement): StatementResult | Failed {
  const sql = textOf(texts, statement);
  if (typeof sql !== 'string') return sql;
  const result = connection.run(sql, statement);
  return 'failure' in result || statement.want_rows ? result : { ...result, rows: [] };
}

function runBatch(connection: Connection, texts: StoredTexts, batch: Batch): BatchResult | Failed {
  const step_results: (StatementResult | null)[] = [];
  const step_errors: (Failure | null)[] = [];
  for (const { condition, stmt } of batch.steps) {
    const holds = condition ? evaluate(condition, { connection, step_results, step_errors }) : true;
    if (typeof holds !== 'boolean') return holds;
    const result = holds ? attempt(() => execute(connection, texts, stmt)) : null;
    const isFailure = result !== null && 'failure' in result;
    step_results.push(isFailure ? null : result);
    step_errors.push(isFailure ? result.failure : null);
  }
  return { step_results, step_errors };
}

function attempt(run: () => StatementResult | Failed): StatementResult | Failed {
  try {
    return run();
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

type BatchSoFar = { readonly connection: Connection } & BatchResult;

function evaluate(condition: Condition, soFar: BatchSoFar): boolean | Failed {
  switch (condition.type) {
    case 'ok':
    case 'error': {
      const past = condition.type === 'ok' ? soFar.step_results : soFar.step_errors;
      const found = past[condition.step];
      return found === undefined
        ? failed('BATCH_COND_INVALID', `condition on step ${condition.step}, which has not been reached`)
        : found !== null;
    }
    case 'not': {
      const inner = evaluate(condition.cond, soFar);
      return typeof inner === 'boolean' ? !inner : inner;
    }
    case 'and':
    case 'or': {
      const inner = condition.conds.map((each) => evaluate(each, soFar));
      const broken = inner.find((each) => typeof each !== 'boolean');
      if (broken !== undefined) return broken;
      return condition.type === 'and' ? !inner.includes(false) : inner.includes(true);
    }
    case 'is_autocommit':
      return !soFar.connection.inTransaction;
    default:
      return condition satisfies never;
  }
}

const WITHOUT_ARGUMENTS: Statement = { args: [], named_args: [], want_rows: false };

/** Runs statements one after another up to the first that fails. */
function runSequence(connection: Connection, texts: StoredTexts, source: SqlSource): StreamResponse | Failed {
  const sql = textOf(texts, source);
  if (typeof sql !== 'string') return sql;
  if (sql.includes('\0')) return failed('SQL_INVALID', 'the SQL text holds a NUL character');
  for (const statement of readSql(sql)) {
    const result = connection.run(statement.sql, WITHOUT_ARGUMENTS);
    if ('failure' in result) return result;
  }
  return { type: 'sequence' };
}

function store(texts: StoredTexts, id: number, sql: string): StreamResponse | Failed {
  if (texts.has(id)) return failed('SQL_ID_IN_USE', `SQL text ${id} is stored already`);
  if (texts.size >= STORED_TEXTS_MAX)
    return failed('SQL_STORE_FULL', `a stream stores ${STORED_TEXTS_MAX} texts at most`);
  texts.set(id, sql);
  return { type: 'store_sql' };
}

function textOf(texts: StoredTexts, source: SqlSource): string | Failed {
  if (typeof source.sql === 'string') return source.sql;
  const stored = typeof source.sql_id === 'number' ? texts.get(source.sql_id) : undefined;
  return stored ?? failed('SQL_NOT_FOUND', `SQL text ${source.sql_id ?? ''} is not stored in this stream`);
}
