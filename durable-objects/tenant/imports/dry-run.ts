import type { RowOutcome, RowReason } from '../../../schema/domain/imports/import.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import { NotLoaded } from '../../actor/shelf.ts';
import type { TenantContext } from '../handler.ts';
import type { ChunkRow } from '../memory/imports.ts';
import type { Step } from './row-kind.ts';
import { inTurn, isErrors, type Workable, workable } from './rows.ts';

/** What a row would do. */
export interface Tried {
  row: ChunkRow;
  outcome: RowOutcome;
  reasons: RowReason[];
  group: string | null;
}

const entangled: RowReason = {
  column: '',
  message: 'This row depends on other rows of the file in too many ways: import it in a file of its own.',
};

/** A refusal as reasons of a row: each field's, or its one sentence. */
export function reasonsOfRefusal(row: Workable, refusal: Refusal): RowReason[] {
  const { errors = [], message } = refusal;
  return errors.length > 0 ? row.reasons(errors) : [{ column: '', message }];
}

/** What was only made by this very run is not looked for in the database. False: something else is missing. */
function settle(step: Step, made: ReadonlySet<string>): boolean {
  const missing = step.wants().filter(({ shelf, key }) => !shelf.has(key));
  for (const { shelf, key } of missing) {
    if (![...made].some((id) => key.includes(id))) return false;
    shelf.fill([key], []);
  }
  return true;
}

function refusedBy(row: Workable, context: TenantContext, made: ReadonlySet<string>): RowReason[] | null {
  const steps = row.steps(context.memory, context);
  if (isErrors(steps)) return row.reasons(steps);
  for (const step of steps) {
    if (!settle(step, made)) return [entangled];
    const decided = step.decide(context);
    if (isRefusal(decided)) return reasonsOfRefusal(row, decided);
  }
  return null;
}

/** A row that wants what only another row of the file makes known cannot be told from here; it harms no other. */
function refusalOf(row: Workable, context: TenantContext, made: ReadonlySet<string>): RowReason[] | null {
  try {
    return refusedBy(row, context, made);
  } catch (error) {
    if (error instanceof NotLoaded) return [entangled];
    throw error;
  }
}

/** Whether two values say the same, whatever the order of their fields. */
function isSame(one: object | null, other: object | null): boolean {
  const inOrder = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

function tryWork(
  { row, before }: { row: Workable; before: object | null },
  context: TenantContext,
  made: ReadonlySet<string>,
): Omit<Tried, 'row'> {
  const reasons = refusalOf(row, context, made);
  if (reasons) return { outcome: 'refused', reasons, group: null };
  const same = before !== null && isSame(before, row.value(context.memory));
  const outcome = before === null ? 'created' : same ? 'unchanged' : 'changed';
  return { outcome, reasons: [], group: same ? null : row.group(context.memory) };
}

/**
 * Does the rows in memory alone, each by the very decision of its command and on top of what those before it did, says
 * what became of them, and takes everything back: nothing of it is ever written.
 */
export function dryRun(rows: readonly ChunkRow[], context: TenantContext): Tried[] {
  const made = new Set<string>();
  const newId = () => {
    const id = context.newId();
    made.add(id);
    return id;
  };
  // As it stands before any of them: one row may do the work of several.
  const befores = inTurn(rows).map((row) => {
    const of = row.work === null ? null : workable(row.work);
    return { row, of: of && { row: of, before: of.value(context.memory) } };
  });
  const tried = befores.map(({ row, of }): Tried => {
    if (of === null) return { row, outcome: 'refused', reasons: row.reasons, group: null };
    return { row, ...tryWork(of, { ...context, newId }, made) };
  });
  for (const layer of context.memory.layers) layer.drop();
  return tried;
}
