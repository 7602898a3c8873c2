import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StoredSettings } from '../../domain/tenant-settings.ts';

/** The tenant's own figures: one row. */
export const settings = sqliteTable('settings', {
  id: integer().primaryKey(),
  data: text({ mode: 'json' }).$type<StoredSettings>().notNull(),
});

/** The tenant's table of reason codes. */
export const reasonCodes = sqliteTable('reason_codes', {
  code: text().primaryKey(),
  name: text().notNull(),
  group: text('reason_group').$type<'CO' | 'PR' | 'OA' | 'CR' | 'PI'>().notNull(),
  active: integer({ mode: 'boolean' }).notNull().default(true),
});
