import { kindOf, refusalOf, type StatementKind } from './statement-kind.ts';

/** One statement of an SQL text, as far as the server has to understand it before SQLite does. */
export type StatementText = {
  readonly sql: string;
  readonly kind: StatementKind;
  /** One entry per parameter number: its name with the prefix, or null when it has only a number. */
  readonly parameters: readonly (string | null)[];
  readonly isExplain: boolean;
  /** Why this server does not run it, or null. */
  readonly refusal: string | null;
};

export type Token = { readonly text: string; readonly start: number; readonly depth: number };

const BLANK = /[ \t\n\f\r]+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const ID = 'A-Za-z0-9_$\\u0080-\\uffff';
const TOKEN = new RegExp(
  [
    "'[^']*(?:''[^']*)*'?",
    '"[^"]*(?:""[^"]*)*"?',
    '`[^`]*(?:``[^`]*)*`?',
    '\\[[^\\]]*\\]?',
    '\\?[0-9]*',
    `[:@][${ID}]+`,
    `\\$[${ID}]+(?:::[${ID}]+)*(?:\\([^\\s)]*\\))?`,
    `[${ID}]+`,
    '[^]',
  ].join('|'),
  'yu',
);

const CACHED_TEXTS_MAX = 2_000;
const CACHED_TEXT_LENGTH_MAX = 10_000;
const cache = new Map<string, readonly StatementText[]>();

/**
 * Splits a text into its statements. Needed because the native engine neither reports parameter names (binding
 * by an unknown name ends the process) nor refuses text after the first statement.
 */
export function readSql(sql: string): readonly StatementText[] {
  const known = cache.get(sql);
  if (known !== undefined) return known;
  const statements = splitStatements(tokens(sql)).map((found) => describeStatement(sql, found));
  if (sql.length <= CACHED_TEXT_LENGTH_MAX) {
    if (cache.size >= CACHED_TEXTS_MAX) cache.clear();
    cache.set(sql, statements);
  }
  return statements;
}

function tokens(sql: string): Token[] {
  const found: Token[] = [];
  let position = 0;
  let depth = 0;
  while (position < sql.length) {
    BLANK.lastIndex = position;
    if (BLANK.test(sql)) {
      position = BLANK.lastIndex;
      continue;
    }
    TOKEN.lastIndex = position;
    const text = TOKEN.exec(sql)?.[0] ?? sql.charAt(position);
    if (text === ')') depth -= 1;
    found.push({ text, start: position, depth });
    if (text === '(') depth += 1;
    position += text.length;
  }
  return found;
}

/** A trigger's body holds semicolons of its own: it ends only at `; END ;`, as sqlite3_complete has it. */
function splitStatements(all: readonly Token[]): Token[][] {
  const statements: Token[][] = [];
  let current: Token[] = [];
  for (const token of all) {
    if (token.text === ';' && (!isTrigger(current) || endsTrigger(current))) {
      if (current.length > 0) statements.push(current);
      current = [];
    } else {
      current.push(token);
    }
  }
  if (current.length > 0) statements.push(current);
  return statements;
}

function isTrigger(statement: readonly Token[]): boolean {
  const [first, second, third] = statement.slice(0, 3).map((token) => token.text.toUpperCase());
  const isTemporary = second === 'TEMP' || second === 'TEMPORARY';
  return first === 'CREATE' && (isTemporary ? third : second) === 'TRIGGER';
}

function endsTrigger(statement: readonly Token[]): boolean {
  return statement.at(-1)?.text.toUpperCase() === 'END' && statement.at(-2)?.text === ';';
}

function describeStatement(sql: string, statement: readonly Token[]): StatementText {
  const first = statement[0]?.start ?? 0;
  const last = statement.at(-1);
  return {
    sql: sql.slice(first, last === undefined ? first : last.start + last.text.length),
    kind: kindOf(statement),
    parameters: parametersOf(statement),
    isExplain: statement[0]?.text.toUpperCase() === 'EXPLAIN',
    refusal: refusalOf(statement),
  };
}

/** Numbers parameters as SQLite does: `?` takes the next number, `?5` the fifth, a name keeps its first number. */
function parametersOf(statement: readonly Token[]): (string | null)[] {
  const parameters: (string | null)[] = [];
  for (const { text } of statement) {
    if (text === '?') {
      parameters.push(null);
    } else if (/^\?[0-9]/.test(text)) {
      const number = Math.min(Number(text.slice(1)), 32_766);
      while (parameters.length < number) parameters.push(null);
      parameters[number - 1] ??= text;
    } else if (/^[:@$]./u.test(text) && !parameters.includes(text)) {
      parameters.push(text);
    }
  }
  return parameters;
}
