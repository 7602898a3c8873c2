import type { z } from 'zod';
import type { importView } from '../../../../schema/api/import-views.ts';
import type { Import } from '../../../../schema/domain/imports/import.ts';
import { paths } from '../../../../views/paths.ts';

const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** An import as the API shows it. */
export function viewOfImport(record: Import): z.output<typeof importView> {
  const { id, kind, state, fileName, rows, rowsDone, checked, applied, groups } = record;
  return {
    id,
    address: paths.api.import(id),
    kind,
    state,
    fileName,
    rows,
    rowsDone: state === 'CHECKED' || state === 'DONE' ? rows : rowsDone,
    checked: { ...checked },
    applied: { ...applied },
    plans: { ...groups },
    uploadedAt: new Date(record.uploadedAt).toISOString(),
    committedAt: moment(record.committedAt),
    finishedAt: moment(record.finishedAt),
  };
}

/** An import as examples show it. */
export const exampleImport: z.output<typeof importView> = {
  id: '7d1f0c2b9a4e6d8f013579bdfe',
  address: paths.api.import('7d1f0c2b9a4e6d8f013579bdfe'),
  kind: 'enrollees',
  state: 'CHECKED',
  fileName: 'new joiners.csv',
  rows: 3,
  rowsDone: 3,
  checked: { created: 2, changed: 0, unchanged: 0, refused: 1 },
  applied: { created: 0, changed: 0, unchanged: 0, refused: 0 },
  plans: { GOLD: 2 },
  uploadedAt: '2026-11-23T08:14:05.911Z',
  committedAt: null,
  finishedAt: null,
};
