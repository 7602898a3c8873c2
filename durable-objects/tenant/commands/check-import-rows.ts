import { checked } from '../../../schema/domain/imports/steps.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantHandler } from '../handler.ts';
import { dryRun } from '../imports/dry-run.ts';
import { importOf } from '../imports/may-import.ts';
import { wantsOf } from '../imports/rows.ts';
import { chunkKey } from '../memory/imports.ts';

/** The dry run of a portion: what each row would do, and nothing is done. */
export const checkImportRows: TenantHandler<'CheckImportRows'> = {
  wants: (memory, { importId, chunk }, principal) => {
    const key = chunkKey(importId, chunk);
    const own: Want[] = [
      { shelf: memory.imports, key: importId },
      { shelf: memory.importChunks, key },
    ];
    return [...own, ...wantsOf(memory, memory.importChunks.peek(key)?.rows ?? [], { at: 0, principal })];
  },
  decide: ({ importId, chunk }, context) => {
    const { memory, at } = context;
    const record = importOf(context, importId);
    if (isRefusal(record)) return record;
    const portion = memory.importChunks.get(chunkKey(importId, chunk));
    if (portion === null || record.state !== 'CHECKING' || record.done !== chunk)
      return refuse('wrong_state', 'These rows are not to be checked now.');
    const tried = dryRun(portion.rows, context);
    const outcomes = tried.map(({ outcome }) => outcome);
    const groups = tried.flatMap(({ group }) => group ?? []);
    const next = checked(record, { outcomes, groups, at });
    const rows = tried.map(({ row, outcome, reasons }) => ({ ...row, outcome, reasons }));
    memory.importChunks.put({ ...portion, rows });
    memory.imports.put(next);
    return {
      outcome: { importId, state: next.state },
      subject: `import:${importId}`,
      data: { chunk, checked: { ...next.checked }, state: next.state },
      did: { import: next },
    };
  },
};
