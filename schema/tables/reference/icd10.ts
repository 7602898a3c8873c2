import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** ICD-10 diagnoses; their words are searched through the full-text table `icd10_search`. */
export const icd10 = sqliteTable('icd10', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  /** whether it is detailed enough to stand on a claim of its own */
  billable: integer({ mode: 'boolean' }).notNull(),
  description: text().notNull(),
});
