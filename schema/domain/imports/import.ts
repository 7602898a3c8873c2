import type { Moment } from '../dates.ts';
import type { Permission } from '../permissions.ts';

/** What can be imported from a file (members.md, Bulk import; money.md, Tariffs; integrations.md, CSV). */
export const importKinds = ['enrollees', 'services', 'tariff'] as const;
/** One of `importKinds`. */
export type ImportKind = (typeof importKinds)[number];

/** What one must be allowed, to upload a file of this kind and to apply it. */
export const importPermission = {
  enrollees: 'enrollee.import',
  services: 'service.update',
  tariff: 'tariff.import',
} as const satisfies Readonly<Record<ImportKind, Permission>>;

/**
 * UPLOADED: its rows are arriving. CHECKING: the dry run. CHECKED: waits for somebody's yes. APPLYING: its good rows are
 * being done. DONE and DISCARDED are the ends.
 */
export type ImportState = 'UPLOADED' | 'CHECKING' | 'CHECKED' | 'APPLYING' | 'DONE' | 'DISCARDED';

/** What a row would do, or has done. */
export const rowOutcomes = ['created', 'changed', 'unchanged', 'refused'] as const;
/** One of `rowOutcomes`. */
export type RowOutcome = (typeof rowOutcomes)[number];

/** How many rows came out how. */
export type OutcomeCounts = Record<RowOutcome, number>;

/** What is wrong with a row, in words; `column` is the file's own heading, '' where no single one is to blame. */
export interface RowReason {
  column: string;
  message: string;
}

/** Who did something with an import: an account, or a key. */
export interface ImportActor {
  id: string;
  name: string;
}

/** One file on its way into the records. */
export interface Import {
  id: string;
  kind: ImportKind;
  /** whose tariff: a facility's id or `standard`; null: the kind has no such thing */
  target: string | null;
  state: ImportState;
  fileName: string;
  /** sha-256 of the file */
  fileHash: string;
  /** the file's own headings, in its order */
  header: string[];
  /** rows below the heading that are not empty */
  rows: number;
  /** the rows are worked through in so many portions; rows that depend on one another share one */
  chunks: number;
  /** portions arrived (UPLOADED), checked (CHECKING) or applied (APPLYING) so far */
  done: number;
  /** rows of those portions */
  rowsDone: number;
  /** as the dry run found them */
  checked: OutcomeCounts;
  /** as they were applied */
  applied: OutcomeCounts;
  /** rows that create or change something, by what the kind groups them by: people by their plan */
  groups: Record<string, number>;
  /** applies itself once it has been checked */
  commits: boolean;
  uploadedBy: ImportActor;
  uploadedAt: Moment;
  checkedAt: Moment | null;
  committedBy: ImportActor | null;
  committedAt: Moment | null;
  finishedAt: Moment | null;
  /** when its rows are deleted; null: they are gone */
  expiresAt: Moment | null;
}

/** No rows yet. */
export const noOutcomes: OutcomeCounts = { created: 0, changed: 0, unchanged: 0, refused: 0 };

/** Most rows of one file. */
export const import_rows_max = 20_000;
/** Most bytes of one file. */
export const import_bytes_max = 10_000_000;
/** The rows of a file are personal data: they are kept so long once it is finished, or waits for somebody's yes. */
export const rows_kept_ms = 30 * 24 * 3_600_000;
/** An upload that stopped half-way is given up after so long. */
export const upload_ms_max = 3_600_000;

/** How many rows create or change something: what is left when the others are taken away. */
export const goodRows = (counts: OutcomeCounts): number => counts.created + counts.changed;

/** How many rows there are, however they came out. */
export const allRows = (counts: OutcomeCounts): number =>
  goodRows(counts) + counts.unchanged + counts.refused;

/** The counts with some more rows. */
export function withOutcomes(counts: OutcomeCounts, more: readonly RowOutcome[]): OutcomeCounts {
  const sum = { ...counts };
  for (const outcome of more) sum[outcome] += 1;
  return sum;
}

/** Whether the actor works on it by itself. */
export const isAtWork = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'CHECKING' || state === 'APPLYING';
