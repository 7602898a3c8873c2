import { type Failed, failed, type SqlValue, type Statement } from './protocol.ts';

type NativeValue = null | bigint | number | string | Uint8Array;

declare global {
  interface JSON {
    /** Text that `stringify` takes over as it is; newer than the type library. */
    rawJSON(text: string): unknown;
  }
}

/** Largest and smallest number that SQLite stores as an integer. */
const [INTEGER_MAX, INTEGER_MIN] = [2n ** 63n - 1n, -(2n ** 63n)];

/**
 * The statement's arguments in the order of its parameters' numbers. A name may come with its prefix or without.
 * A parameter without a value is refused: SQLite would quietly take null for it.
 */
export function bindArguments(
  statement: Statement,
  parameters: readonly (string | null)[],
): readonly NativeValue[] | Failed {
  if (statement.args.length > parameters.length) {
    return failed('ARGS_INVALID', `${statement.args.length} arguments for ${parameters.length} parameters`);
  }
  const named = new Map(statement.named_args.map((argument) => [argument.name, argument.value]));
  const bound: NativeValue[] = [];
  for (const [index, name] of parameters.entries()) {
    const value =
      statement.args[index] ?? (name === null ? undefined : (named.get(name) ?? named.get(name.slice(1))));
    if (value === undefined)
      return failed('ARGS_INVALID', `value for parameter ${name ?? index + 1} not found`);
    const native = toNative(value);
    if (native === undefined)
      return failed('ARGS_INVALID', `value of parameter ${name ?? index + 1} is not storable`);
    bound.push(native);
  }
  return bound;
}

/** Undefined for what the native engine would cut short or not take: text with a NUL, an integer beyond 64 bits. */
function toNative(value: SqlValue): NativeValue | undefined {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer': {
      const integer = BigInt(value.value);
      return integer > INTEGER_MAX || integer < INTEGER_MIN ? undefined : integer;
    }
    case 'float':
      return value.value;
    case 'text':
      return value.value.includes('\0') ? undefined : wellFormed(value.value);
    case 'blob':
      return Buffer.from(value.base64, 'base64');
    default:
      return value satisfies never;
  }
}

/** A pair escaped to the same depth, which is well, or a half. */
const ESCAPED_SURROGATES =
  /(?<!\\)(\\+)u[dD][89abAB][0-9a-fA-F]{2}\1u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g;

/**
 * Puts U+FFFD for half a surrogate pair that is escaped in JSON, as encoding does for one that is not. SQLite's JSON
 * functions would make bytes of it that are not UTF-8, and reading such a text back ends the process.
 */
function wellFormed(text: string): string {
  if (!text.includes('\\u')) return text;
  return text.replace(ESCAPED_SURROGATES, (found, pair) => (typeof pair === 'string' ? found : '\\ufffd'));
}

/** A value of a result row as the protocol writes it. Integers travel as text, so none loses a digit. */
export function toWire(value: unknown): unknown {
  if (value === null || value === undefined) return { type: 'null' };
  if (typeof value === 'string') return { type: 'text', value };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (typeof value === 'number')
    return { type: 'float', value: Number.isFinite(value) ? value : endless(value) };
  if (value instanceof Uint8Array) return { type: 'blob', base64: Buffer.from(value).toString('base64') };
  throw new TypeError(`the engine returned a ${typeof value}`);
}

/** JSON has no infinity; a number too large for a double reads as one everywhere. */
function endless(value: number): unknown {
  return JSON.rawJSON(value > 0 ? '1e999' : '-1e999');
}

/** About how many bytes a value takes in the answer. */
export function wireLength(value: unknown): number {
  if (typeof value === 'string') return value.length + 32;
  return value instanceof Uint8Array ? value.length * 1.4 + 32 : 48;
}
