import type { z } from 'zod';
import type { FieldError } from '../domain/refusal.ts';
import type { ImportColumn } from './columns.ts';
import type { ImportWork } from './work.ts';

/** A row's cells by the names of the columns; a column that the file does not have is missing. */
export type Cells = Readonly<Partial<Record<string, string>>>;

/** What a kind of row is read with beside its cells. */
export interface ReadingFacts {
  currency: string;
  /** whose tariff it is; null: the kind has no such thing */
  target: string | null;
}

/** A row that can be read. */
export interface ReadRow {
  work: ImportWork;
  /** what it is about: no two rows of a file may be about the same */
  key: string;
  /** the keys of rows that must be done before it, if they are in the file */
  after: readonly string[];
}

/** How the rows of one kind are read. */
export interface RowReader {
  columns: readonly ImportColumn[];
  read(cells: Cells, facts: ReadingFacts): ReadRow | { errors: FieldError[] };
  /** rows that are done together are told of one another; left out: each stands for itself */
  gather?: (rows: readonly ReadRow[]) => ReadRow[];
}

/** What a form says against a value, by field. */
export const errorsOf = (error: z.ZodError): FieldError[] =>
  error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));

/** A cell that has something in it. */
export const given = (cell: string | undefined): string | undefined =>
  cell === undefined || cell === '' ? undefined : cell;
