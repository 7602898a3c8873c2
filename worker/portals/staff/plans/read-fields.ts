import { parseMoney } from '../../../../schema/domain/money.ts';
import { type Entry, one } from '../../../../views/hmo/plans/entry.ts';
import type { SentForm } from '../../../command.ts';

/** Everything that was sent, by name; codes chosen without script (`pick=services.0=LAB-101`) are filled in. */
export function entryOf(form: SentForm): Entry {
  const entry: Record<string, string[]> = Object.fromEntries(
    form.names.filter((name) => name !== 'command_id').map((name) => [name, form.all(name)]),
  );
  const [, field, value] = /^([\w.]+)=(.*)$/.exec(form.get('pick')) ?? [];
  if (field !== undefined && value !== undefined) entry[field] = [value];
  return entry;
}

const isRow = (field: string, name: string): boolean =>
  field.startsWith(name) && /^\.\d+$/.test(field.slice(name.length));

/** Rows `name.0`, `name.1` … one after the other, so that a mistake in the second is said beside the second. */
export function withoutGaps(entry: Entry, name: string): Entry {
  const codes = new FieldReader(entry).rows(name).map((code, i) => [`${name}.${i}`, [code]] as const);
  const rest = Object.entries(entry).filter(([field]) => !isRow(field, name));
  return Object.fromEntries([...rest, ...codes]);
}

/** Reads a form's figures one by one, and keeps what could not be read by its field. */
export class FieldReader {
  readonly errors: Record<string, string> = {};
  readonly #entry: Entry;

  constructor(entry: Entry) {
    this.#entry = entry;
  }

  text(name: string): string {
    return one(this.#entry, name).trim();
  }

  /** An amount typed in whole units; null where nothing was. */
  money(name: string): number | null {
    const typed = this.text(name);
    if (typed === '') return null;
    const amount = parseMoney(typed);
    if (amount === null) this.errors[name] = 'Enter an amount in figures, for example 250,000 or 1,500.50.';
    return amount;
  }

  /** A whole number; null where nothing was typed. */
  whole(name: string): number | null {
    const typed = this.text(name);
    if (typed === '') return null;
    const digits = typed.replace(/[\s,]/g, '');
    if (/^\d{1,9}$/.test(digits)) return Number(digits);
    this.errors[name] = 'Enter a whole number in figures, for example 30.';
    return null;
  }

  ticked(name: string): boolean {
    return this.text(name) !== '';
  }

  /** Codes of the rows `name.0`, `name.1` …, without those that are empty. */
  rows(name: string): string[] {
    const fields = Object.keys(this.#entry).filter((field) => isRow(field, name));
    const inOrder = fields.toSorted(
      (a, b) => Number(a.slice(name.length + 1)) - Number(b.slice(name.length + 1)),
    );
    return inOrder.map((field) => this.text(field)).filter((code) => code !== '');
  }

  all(name: string): readonly string[] {
    return this.#entry[name] ?? [];
  }
}
