import type { RowReason } from '../domain/imports/import.ts';
import type { FieldError } from '../domain/refusal.ts';

/** One column of a file: its heading, what it means to the person who fills it in, and a value as it may stand there. */
export interface ImportColumn {
  name: string;
  means: string;
  example: string;
  required?: true;
  /** the fields of the forms that it fills, where they have other names */
  fields?: readonly [string, ...string[]];
}

/** Headings that files which came from here carry beside their own: they are read over. */
export const ignoredColumns: readonly string[] = ['line', 'outcome', 'reason', 'result'];

/** A heading as it is compared: `First Name ` is `first_name`. */
export const headingOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The form's field that a column fills: `first_name` fills `firstName`. */
export const fieldOf = (column: ImportColumn): string => column.fields?.[0] ?? camel(column.name);

/** What a form, or a command, says of its fields, said of the file's columns. */
export function reasonsOf(columns: readonly ImportColumn[], errors: readonly FieldError[]): RowReason[] {
  const byField = new Map(
    columns.flatMap((column) => (column.fields ?? [fieldOf(column)]).map((field) => [field, column.name])),
  );
  return errors.map(({ field, message }) => ({
    column: byField.get(field) ?? byField.get(field.split('.')[0] ?? '') ?? '',
    message,
  }));
}
