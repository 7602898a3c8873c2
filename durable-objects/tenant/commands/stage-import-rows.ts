import { arrived } from '../../../schema/domain/imports/steps.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { importOf } from '../imports/may-import.ts';

/** A portion of a file's rows arrives; with the last one the dry run begins. */
export const stageImportRows: TenantHandler<'StageImportRows'> = {
  wants: (memory, { importId }) => [{ shelf: memory.imports, key: importId }],
  decide: ({ importId, chunk, rows }, context) => {
    const { memory } = context;
    const record = importOf(context, importId);
    if (isRefusal(record)) return record;
    if (record.state !== 'UPLOADED' || record.done !== chunk)
      return refuse('wrong_state', 'These rows are not what this import waits for: upload the file again.');
    for (const { n, line, turn, cells, work, reasons } of rows)
      memory.stagedRows.add(
        importId,
        n,
        line,
        chunk,
        turn,
        JSON.stringify(cells),
        work === null ? null : JSON.stringify(work),
        reasons.length === 0 ? null : JSON.stringify(reasons),
      );
    const next = arrived(record, rows.length);
    const staged = next.state === 'CHECKING' ? { ...next, expiresAt: null } : next;
    memory.imports.put(staged);
    return {
      outcome: { importId, state: staged.state },
      subject: `import:${importId}`,
      data: { chunk, rows: rows.length, state: staged.state },
      did: { import: staged },
    };
  },
};
