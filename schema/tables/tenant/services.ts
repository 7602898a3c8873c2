import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Sex } from '../../domain/plans/plan.ts';

/** A thing that can be billed; `price` is the standard one in minor units, null: none. */
export const services = sqliteTable(
  'services',
  {
    id: integer().primaryKey(),
    code: text().notNull().unique(),
    externalId: text('external_id').unique(),
    name: text().notNull(),
    group: text('service_group').notNull(),
    unit: text().notNull(),
    price: integer(),
    active: integer({ mode: 'boolean' }).notNull().default(true),
    sex: text().$type<Sex>(),
    ageFrom: integer('age_from'),
    ageTo: integer('age_to'),
    minIntervalDays: integer('min_interval_days'),
    consultationLevel: integer('consultation_level'),
    parts: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  },
  (table) => [index('services_of_group').on(table.group, table.code)],
);

/** Groups that services belong to and that benefits are given for. */
export const serviceGroups = sqliteTable('service_groups', {
  code: text().primaryKey(),
  name: text().notNull(),
});
