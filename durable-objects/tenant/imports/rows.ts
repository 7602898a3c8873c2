import type { RowReason } from '../../../schema/domain/imports/import.ts';
import type { FieldError } from '../../../schema/domain/refusal.ts';
import type { ImportWork } from '../../../schema/imports/work.ts';
import type { Want } from '../../actor/book.ts';
import type { ChunkRow } from '../memory/imports.ts';
import type { TenantMemory } from '../memory.ts';
import { enrolleeRows } from './enrollee-rows.ts';
import type { RowKind, Step, StepContext } from './row-kind.ts';
import { serviceRows } from './service-rows.ts';
import { tariffRows } from './tariff-rows.ts';

/** A row with the kind that knows how it is done. */
export interface Workable {
  wants: (memory: TenantMemory) => Want[];
  steps: (memory: TenantMemory, context: StepContext) => Step[] | FieldError[];
  value: (memory: TenantMemory) => object | null;
  group: (memory: TenantMemory) => string | null;
  reasons: (errors: readonly FieldError[]) => RowReason[];
}

function bound<Work extends ImportWork>(kind: RowKind<Work>, work: Work): Workable {
  return {
    wants: (memory) => kind.wants(memory, work),
    steps: (memory, context) => kind.steps(memory, work, context),
    value: (memory) => kind.value(memory, work),
    group: (memory) => kind.group(memory, work),
    reasons: (errors) => kind.reasons(errors, work),
  };
}

/** What was read of a row, with how it is done. */
export function workable(work: ImportWork): Workable {
  switch (work.kind) {
    case 'enrollees':
      return bound(enrolleeRows, work);
    case 'services':
      return bound(serviceRows, work);
    case 'tariff':
      return bound(tariffRows, work);
    default:
      return work satisfies never;
  }
}

/** Whether the commands could not be named, and these are the reasons. */
export const isErrors = (steps: Step[] | FieldError[]): steps is FieldError[] =>
  steps.some((step) => 'message' in step);

/** The rows in the order in which they are done: whatever others depend on first. */
export const inTurn = (rows: readonly ChunkRow[]): ChunkRow[] =>
  rows.toSorted((a, b) => a.turn - b.turn || a.n - b.n);

/** What rows want in memory: first what their commands are named by, then what those want themselves. */
export function wantsOf(memory: TenantMemory, rows: readonly ChunkRow[], context: StepContext): Want[] {
  return rows.flatMap(({ work }) => {
    if (work === null) return [];
    const row = workable(work);
    const first = row.wants(memory);
    if (first.some(({ shelf, key }) => !shelf.has(key))) return first;
    const steps = row.steps(memory, context);
    return isErrors(steps) ? first : [...first, ...steps.flatMap((step) => step.wants())];
  });
}
