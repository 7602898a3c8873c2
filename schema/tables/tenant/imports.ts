import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Import, ImportKind, ImportState, RowOutcome, RowReason } from '../../domain/imports/import.ts';

/** A file on its way into the records; most of it is in the body. */
export const imports = sqliteTable('imports', {
  id: text().primaryKey(),
  kind: text().$type<ImportKind>().notNull(),
  state: text().$type<ImportState>().notNull(),
  uploadedAt: integer('uploaded_at').notNull(),
  expiresAt: integer('expires_at'),
  body: text({ mode: 'json' }).$type<Import>().notNull(),
});

/** A row of such a file. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: text('import_id').notNull(),
    n: integer().notNull(),
    line: integer().notNull(),
    cells: text({ mode: 'json' }).$type<string[]>().notNull(),
    outcome: text().$type<RowOutcome>(),
    reasons: text({ mode: 'json' }).$type<RowReason[]>(),
    result: text(),
  },
  (row) => [primaryKey({ columns: [row.importId, row.n] })],
);
