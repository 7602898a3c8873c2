import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Relation } from '../../domain/ids.ts';

/** A client of the tenant; `families` is the family number last issued. */
export const clients = sqliteTable('clients', {
  code: text().primaryKey(),
  name: text().notNull(),
  families: integer().notNull().default(0),
});

/** A covered person. `sealKey` (base64) seals what is personal about them in the journal; erasing it erases that. */
export const enrollees = sqliteTable(
  'enrollees',
  {
    id: text().primaryKey(),
    memberId: text('member_id').notNull().unique(),
    externalId: text('external_id').unique(),
    clientCode: text('client_code')
      .notNull()
      .references(() => clients.code),
    principalId: text('principal_id'),
    relation: text().$type<Relation>().notNull(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    birthDate: text('birth_date').notNull(),
    sex: text().$type<'female' | 'male'>().notNull(),
    phone: text(),
    email: text(),
    deathDate: text('death_date'),
    coverFrom: text('cover_from').notNull(),
    coverTo: text('cover_to'),
    state: text().notNull().default('ACTIVE'),
    sealKey: text('seal_key'),
  },
  (enrollee) => [index('enrollees_of_principal').on(enrollee.principalId)],
);
