/** What is wrong with a text that should be JSON, and where (an index into the text). */
export interface JsonFault {
  kind: 'syntax' | 'depth';
  at: number;
  message: string;
}

/** An object being read, with the names it has so far; or an array. */
type Container = { names: Set<string> } | { names: null };

/** What may come next. */
type Wanted = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const LITERALS = ['true', 'false', 'null'];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const syntax = (at: number, message: string): JsonFault => ({ kind: 'syntax', at, message });

/** Index after the string that starts at `from` (a quotation mark), or what is wrong with it. */
function endOfString(text: string, from: number): number | JsonFault {
  for (let at = from + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit < 0x20) return syntax(at, 'a control character stands in a text; write it as an escape');
    if (unit === BACKSLASH) {
      const escaped = text.slice(at + 1, at + 6);
      if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(escaped)) return syntax(at, 'this escape does not exist');
      at += escaped[0] === 'u' ? 5 : 1;
    }
  }
  return syntax(from, 'the text that starts here does not end');
}

/** A string's value. Half of a surrogate pair alone is not a character, so it is refused. */
function readString(text: string, from: number): { end: number; value: string } | JsonFault {
  const end = endOfString(text, from);
  if (typeof end !== 'number') return end;
  const raw = text.slice(from, end);
  if (!raw.includes('\\')) return { end, value: raw.slice(1, -1) };
  const value: string = JSON.parse(raw);
  return value.isWellFormed() ? { end, value } : syntax(from, 'an escape in this text is half a character');
}

function endOfScalar(text: string, at: number): number | JsonFault {
  const literal = LITERALS.find((each) => text.startsWith(each, at));
  if (literal) return at + literal.length;
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text);
  return number ? at + number[0].length : syntax(at, 'a value should start here');
}

/** Reads a text once, front to back, without recursion: so that no nesting can exhaust the stack. */
class Scan {
  readonly #text: string;
  readonly #depth_max: number;
  readonly #open: Container[] = [];
  #wanted: Wanted = 'value';
  #at = 0;

  constructor(text: string, depth_max: number) {
    this.#text = text;
    this.#depth_max = depth_max;
  }

  run(): JsonFault | null {
    for (;;) {
      this.#skipSpace();
      if (this.#at >= this.#text.length)
        return this.#wanted === 'nothing' ? null : syntax(this.#at, 'it ends too early');
      const fault = this.#step(this.#text[this.#at] ?? '');
      if (fault) return fault;
    }
  }

  #skipSpace(): void {
    for (;;) {
      const unit = this.#text.charCodeAt(this.#at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.#at += 1;
    }
  }

  #step(char: string): JsonFault | null {
    const inArray = this.#open.at(-1)?.names === null;
    switch (this.#wanted) {
      case 'nothing':
        return syntax(this.#at, 'it goes on after its end');
      case 'colon':
        return char === ':' ? this.#pass('value') : syntax(this.#at, 'a colon should stand here');
      case 'comma-or-end':
        if (char === ',') return this.#pass(inArray ? 'value' : 'name');
        return char === (inArray ? ']' : '}')
          ? this.#close()
          : syntax(this.#at, 'a comma or the end should stand here');
      case 'name':
        return this.#name(char);
      case 'name-or-end':
        return char === '}' ? this.#close() : this.#name(char);
      case 'value-or-end':
        return char === ']' ? this.#close() : this.#value(char);
      case 'value':
        return this.#value(char);
    }
  }

  #pass(wanted: Wanted): null {
    this.#at += 1;
    this.#wanted = wanted;
    return null;
  }

  #afterValue(): null {
    this.#wanted = this.#open.length === 0 ? 'nothing' : 'comma-or-end';
    return null;
  }

  #close(): null {
    this.#at += 1;
    this.#open.pop();
    return this.#afterValue();
  }

  #name(char: string): JsonFault | null {
    if (char !== '"') return syntax(this.#at, 'a name in quotation marks should stand here');
    const read = readString(this.#text, this.#at);
    if ('kind' in read) return read;
    const names = this.#open.at(-1)?.names;
    if (names?.has(read.value))
      return syntax(this.#at, `“${read.value.slice(0, 60)}” stands twice in one object`);
    names?.add(read.value);
    this.#at = read.end;
    this.#wanted = 'colon';
    return null;
  }

  #value(char: string): JsonFault | null {
    if (char === '{' || char === '[') return this.#descend(char);
    const read = char === '"' ? readString(this.#text, this.#at) : endOfScalar(this.#text, this.#at);
    if (typeof read === 'object' && 'kind' in read) return read;
    this.#at = typeof read === 'number' ? read : read.end;
    return this.#afterValue();
  }

  #descend(char: string): JsonFault | null {
    if (this.#open.length === this.#depth_max)
      return {
        kind: 'depth',
        at: this.#at,
        message: `it is nested more than ${this.#depth_max} levels deep`,
      };
    this.#open.push({ names: char === '{' ? new Set() : null });
    return this.#pass(char === '{' ? 'name-or-end' : 'value-or-end');
  }
}

/**
 * Says why a text is not JSON that can be relied upon, or null. Stricter than `JSON.parse`: a name may stand only once
 * in an object (two readers would take two different values), and texts hold whole characters.
 */
export function findJsonFault(text: string, depth_max: number): JsonFault | null {
  return new Scan(text, depth_max).run();
}

/** `line 3, column 17` of an index into a text. */
export function placeOf(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `line ${line}, column ${at - before.lastIndexOf('\n')}`;
}
