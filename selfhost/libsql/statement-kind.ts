import type { Token } from './sql-text.ts';

export type StatementKind =
  | 'read'
  | 'insert'
  | 'change'
  | 'begin-read'
  | 'begin-write'
  | 'transaction'
  | 'pragma'
  | 'schema';

const FIRST_WORD: Readonly<Record<string, StatementKind>> = {
  SELECT: 'read',
  VALUES: 'read',
  EXPLAIN: 'read',
  INSERT: 'insert',
  REPLACE: 'insert',
  UPDATE: 'change',
  DELETE: 'change',
  BEGIN: 'transaction',
  COMMIT: 'transaction',
  END: 'transaction',
  ROLLBACK: 'transaction',
  SAVEPOINT: 'transaction',
  RELEASE: 'transaction',
  PRAGMA: 'pragma',
};

const PRAGMAS_TO_READ = new Set(
  `application_id collation_list compile_options data_version database_list encoding foreign_key_check
  foreign_key_list freelist_count function_list index_info index_list index_xinfo integrity_check journal_mode
  page_count page_size quick_check schema_version synchronous table_info table_list table_xinfo user_version
  wal_autocheckpoint cache_size temp_store busy_timeout`.split(/\s+/),
);
/** Those whose argument asks rather than sets. */
const PRAGMAS_WITH_QUESTION =
  /^(foreign_key_check|foreign_key_list|.*_x?info|index_list|table_list|.*_check)$/;
const PRAGMAS_TO_SET = new Set(
  'application_id defer_foreign_keys foreign_keys incremental_vacuum optimize user_version wal_checkpoint'.split(
    ' ',
  ),
);

export function kindOf(statement: readonly Token[]): StatementKind {
  const first = word(statement, 0);
  if (first === 'WITH') return kindAfterWith(statement);
  if (first === 'BEGIN' && /^(IMMEDIATE|EXCLUSIVE)$/.test(word(statement, 1))) return 'begin-write';
  if (first === 'BEGIN' && word(statement, statement.length - 1) === 'READONLY') return 'begin-read';
  return FIRST_WORD[first] ?? 'schema';
}

/** True when running it takes the database's one write lock. */
export function needsWriteLock(kind: StatementKind): boolean {
  return kind !== 'read' && kind !== 'begin-read' && kind !== 'transaction';
}

/**
 * What would reach beyond the one database file, or change how a connection that others share behaves, is refused:
 * every file of the data directory opens with the same key.
 */
export function refusalOf(statement: readonly Token[]): string | null {
  const [first, second] = [word(statement, 0), word(statement, 1)];
  if (first === 'ATTACH' || first === 'DETACH') return `${first} is not allowed: a client has one database`;
  if (first === 'VACUUM' && statement.some((token) => token.text.toUpperCase() === 'INTO')) {
    return 'VACUUM INTO is not allowed: it writes another file';
  }
  if (first === 'CREATE' && (second === 'TEMP' || second === 'TEMPORARY')) {
    return 'temporary tables are not offered: connections are shared';
  }
  return first === 'PRAGMA' ? pragmaRefusal(statement) : null;
}

function pragmaRefusal(statement: readonly Token[]): string | null {
  const nameAt = statement[2]?.text === '.' ? 3 : 1;
  const name = word(statement, nameAt).toLowerCase();
  const hasArgument = statement.length > nameAt + 1;
  const isAllowed =
    PRAGMAS_TO_SET.has(name) ||
    (PRAGMAS_TO_READ.has(name) && (!hasArgument || PRAGMAS_WITH_QUESTION.test(name)));
  return isAllowed ? null : `PRAGMA ${name} is not allowed${hasArgument ? ' to be set' : ''}`;
}

function kindAfterWith(statement: readonly Token[]): StatementKind {
  for (const token of statement) {
    const kind = token.depth === 0 ? FIRST_WORD[token.text.toUpperCase()] : undefined;
    if (kind === 'read' || kind === 'insert' || kind === 'change') return kind;
  }
  return 'schema';
}

function word(statement: readonly Token[], index: number): string {
  return statement[index]?.text.toUpperCase() ?? '';
}
