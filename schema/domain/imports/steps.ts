import type { Moment } from '../dates.ts';
import { type Import, type ImportActor, type RowOutcome, rows_kept_ms, withOutcomes } from './import.ts';

/** A portion of the rows has arrived; with the last one the dry run begins. */
export function arrived(record: Import, rows: number): Import {
  const done = record.done + 1;
  if (done < record.chunks) return { ...record, done, rowsDone: record.rowsDone + rows };
  return { ...record, state: 'CHECKING', done: 0, rowsDone: 0 };
}

/** A portion was checked; with the last one it waits for somebody's yes, or goes on if that was given with the file. */
export function checked(
  record: Import,
  { outcomes, groups, at }: { outcomes: readonly RowOutcome[]; groups: readonly string[]; at: Moment },
): Import {
  const sums = { ...record.groups };
  for (const group of groups) sums[group] = (sums[group] ?? 0) + 1;
  const next: Import = {
    ...record,
    done: record.done + 1,
    rowsDone: record.rowsDone + outcomes.length,
    checked: withOutcomes(record.checked, outcomes),
    groups: sums,
  };
  if (next.done < next.chunks) return next;
  const waiting: Import = { ...next, state: 'CHECKED', checkedAt: at, expiresAt: at + rows_kept_ms };
  return record.commits ? committed(waiting, record.uploadedBy, at) : waiting;
}

/** Somebody said yes: its good rows are done from now on. */
export function committed(record: Import, by: ImportActor, at: Moment): Import {
  return {
    ...record,
    state: 'APPLYING',
    done: 0,
    rowsDone: 0,
    committedBy: by,
    committedAt: at,
    expiresAt: null,
  };
}

/** A portion was applied; with the last one it is done. */
export function applied(record: Import, outcomes: readonly RowOutcome[], at: Moment): Import {
  const next: Import = {
    ...record,
    done: record.done + 1,
    rowsDone: record.rowsDone + outcomes.length,
    applied: withOutcomes(record.applied, outcomes),
  };
  if (next.done < next.chunks) return next;
  return { ...next, state: 'DONE', finishedAt: at, expiresAt: at + rows_kept_ms };
}

/** Nothing of it is done, and its rows go. */
export function discarded(record: Import, at: Moment): Import {
  return { ...record, state: 'DISCARDED', finishedAt: at, expiresAt: null };
}
