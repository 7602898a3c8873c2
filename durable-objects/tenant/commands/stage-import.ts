import { type Import, noOutcomes, upload_ms_max } from '../../../schema/domain/imports/import.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { refuseUnlessMayImport } from '../imports/may-import.ts';

/** A file begins to arrive: its rows come next. */
export const stageImport: TenantHandler<'StageImport'> = {
  wants: (memory, { importId }) => [{ shelf: memory.imports, key: importId }],
  decide: (input, context) => {
    const { memory, principal, at } = context;
    const { importId, kind, target, fileHash, rows, chunks } = input;
    const no = refuseUnlessMayImport(context, kind);
    if (no) return no;
    if (memory.imports.get(importId)) return refuse('id_reused', 'There is an import by this id already.');
    const record: Import = {
      id: importId,
      kind,
      target,
      state: 'UPLOADED',
      fileName: input.fileName,
      fileHash,
      header: input.header,
      rows,
      chunks,
      done: 0,
      rowsDone: 0,
      checked: noOutcomes,
      applied: noOutcomes,
      groups: {},
      commits: input.commits,
      uploadedBy: { id: principal.id, name: principal.name },
      uploadedAt: at,
      checkedAt: null,
      committedBy: null,
      committedAt: null,
      finishedAt: null,
      expiresAt: at + upload_ms_max,
    };
    memory.imports.put(record);
    return {
      outcome: { importId },
      subject: `import:${importId}`,
      data: { kind, target, fileHash, rows, chunks, commits: input.commits },
      did: { import: record },
    };
  },
};
