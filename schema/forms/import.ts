import type { ImportKind, RowOutcome, RowReason } from '../domain/imports/import.ts';
import type { ImportWork } from '../imports/work.ts';

/*
 * What an import's commands are told. The worker makes it of a file (worker/imports/), and the actor's own runner of what
 * stands in the database: there is no form that somebody fills in.
 */

/** A file begins to arrive. */
export interface StageImport {
  importId: string;
  kind: ImportKind;
  /** whose tariff: a facility's id or `standard` */
  target: string | null;
  fileName: string;
  fileHash: string;
  header: string[];
  rows: number;
  chunks: number;
  /** to be applied as soon as it has been checked */
  commits: boolean;
}

/** A row of the file. */
export interface StagedRow {
  n: number;
  line: number;
  /** rows of a portion are done turn by turn: what others depend on first */
  turn: number;
  cells: string[];
  /** null: it could not be read, and `reasons` say why */
  work: ImportWork | null;
  reasons: RowReason[];
}

/** A portion of its rows: rows that depend on one another stand in one. */
export interface StageImportRows {
  importId: string;
  chunk: number;
  rows: StagedRow[];
}

/** The dry run of a portion. */
export interface CheckImportRows {
  importId: string;
  chunk: number;
}

/** What became of a row. */
export interface RowResult {
  n: number;
  outcome: RowOutcome;
  reasons: RowReason[];
  /** a member id, a code */
  result: string | null;
}

/** What became of the rows of a portion, once it was applied. */
export interface ApplyImportRows {
  importId: string;
  chunk: number;
  results: RowResult[];
}

/** Yes or no to an import. */
export interface OnImport {
  importId: string;
}
