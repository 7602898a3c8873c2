import type { TenantCommands } from '../../../schema/commands.ts';

/** One input for each command about imports, about nothing that is there. */
export const importInputs = {
  StageImport: {
    importId: 'import-z',
    kind: 'services',
    target: null,
    fileName: 'z.csv',
    fileHash: '0'.repeat(64),
    header: ['code'],
    rows: 1,
    chunks: 1,
    commits: false,
  },
  StageImportRows: { importId: 'none', chunk: 0, rows: [] },
  CheckImportRows: { importId: 'none', chunk: 0 },
  CommitImport: { importId: 'none' },
  ApplyImportRows: { importId: 'none', chunk: 0, results: [] },
  DiscardImport: { importId: 'none' },
} satisfies { [Type in keyof TenantCommands]?: TenantCommands[Type]['input'] };
