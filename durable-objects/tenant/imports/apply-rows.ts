import type { Answer, Envelope, TenantCommand, TenantOutcome } from '../../../schema/commands.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { Import } from '../../../schema/domain/imports/import.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import type { RowResult } from '../../../schema/forms/import.ts';
import type { Want } from '../../actor/book.ts';
import { type ChunkRow, chunkKey } from '../memory/imports.ts';
import type { TenantMemory } from '../memory.ts';
import { reasonsOfRefusal } from './dry-run.ts';
import { isErrors, wantsOf, workable } from './rows.ts';

/** So many rows are sent at once: a cycle with them in it leaves everybody else their turn. */
const rows_at_once = 250;

/** What the rows of an import are done through: the actor's own cycle. */
export interface ApplyParts {
  memory: TenantMemory;
  clock: () => Moment;
  look: <T>(wants: () => Want[], answer: () => T) => Promise<T>;
  submit: (envelope: Envelope<TenantCommand>) => Promise<Answer<TenantOutcome>>;
}

/** The database could not be reached: the rows are sent again, with the same ids. */
class NotNow extends Error {}

/** What a row is found by afterwards. */
const resultOf = (outcome: TenantOutcome): string | null => {
  if ('memberId' in outcome) return outcome.memberId;
  return 'code' in outcome ? outcome.code : null;
};

const refusedRow = (n: number, reasons: RowResult['reasons']): RowResult => ({
  n,
  outcome: 'refused',
  reasons,
  result: null,
});

/** The commands of rows, named by what stands in memory now. */
function namedCommands(parts: ApplyParts, rows: readonly ChunkRow[], principal: Principal) {
  const { memory, look, clock } = parts;
  const context = { at: clock(), principal };
  return look(
    () => wantsOf(memory, rows, context),
    () =>
      rows.flatMap((row) => {
        if (row.work === null) return [];
        const of = workable(row.work);
        const steps = of.steps(memory, context);
        return [{ row, of, named: isErrors(steps) ? steps : steps.map(({ command }) => command) }];
      }),
  );
}

type Named = Awaited<ReturnType<typeof namedCommands>>[number];

/** Does one row by its commands, each under an id of its own: sent again after a crash, it happens once. */
async function doRow(
  { submit }: ApplyParts,
  { row, of, named }: Named,
  idOf: (step: number) => string,
  principal: Principal,
): Promise<RowResult> {
  const { n, outcome } = row;
  let result: string | null = null;
  for (const [step, command] of named.entries()) {
    if ('message' in command) return refusedRow(n, of.reasons([command]));
    const answer = await submit({ id: idOf(step), principal, command });
    if (isRefusal(answer)) {
      const no: Refusal = answer;
      if (no.code === 'unavailable') throw new NotNow(no.message);
      // The id was used: the row was done before the crash, and what it says of the records has changed since.
      if (no.code !== 'id_reused') return refusedRow(n, reasonsOfRefusal(of, no));
    } else result ??= resultOf(answer.outcome);
  }
  return { n, outcome: outcome ?? 'refused', reasons: [], result };
}

/** Does the good rows of a portion, turn by turn, as whoever said yes to the import. */
export async function applyRows(
  parts: ApplyParts,
  record: Import,
  organisation: Principal['organisation'],
): Promise<RowResult[]> {
  const { memory, look } = parts;
  const key = chunkKey(record.id, record.done);
  const by = record.committedBy ?? record.uploadedBy;
  const principal: Principal = { ...by, via: 'system', organisation, permissions: [] };
  const rows = await look(
    () => [{ shelf: memory.importChunks, key }],
    () => memory.importChunks.get(key)?.rows ?? [],
  );
  const good = rows.filter(({ outcome }) => outcome === 'created' || outcome === 'changed');
  const turns = [...Map.groupBy(good, ({ turn }) => turn)].toSorted(([a], [b]) => a - b);
  const results: RowResult[] = [];
  for (const [, each] of turns)
    for (let from = 0; from < each.length; from += rows_at_once) {
      const named = await namedCommands(parts, each.slice(from, from + rows_at_once), principal);
      const done = named.map((one) =>
        doRow(parts, one, (step) => `import-${record.id}-row-${one.row.n}-${step}`, principal),
      );
      results.push(...(await Promise.all(done)));
    }
  return results;
}
