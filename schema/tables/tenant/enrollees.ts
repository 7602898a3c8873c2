import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CoveringClient } from '../../domain/cover/cover.ts';
import type { Relation } from '../../domain/ids.ts';
import type { Client, Enrollee } from '../../domain/members/enrollee.ts';

/** What of a client is JSON in its row. A client from before there was any has none of it. */
export type ClientBody = Pick<Client, 'contacts' | 'offers'> & Omit<CoveringClient, 'code'>;

/** A client of the tenant; `families` is the family number last issued, `people` everybody ever enrolled. */
export const clients = sqliteTable('clients', {
  code: text().primaryKey(),
  name: text().notNull(),
  families: integer().notNull().default(0),
  people: integer().notNull().default(0),
  suspendedFrom: text('suspended_from'),
  suspendedTo: text('suspended_to'),
  coverTo: text('cover_to'),
  body: text({ mode: 'json' }).$type<Partial<ClientBody>>().notNull().default({}),
});

/** What of a person is JSON in their row. */
export type EnrolleeBody = Pick<
  Enrollee,
  'cover' | 'plans' | 'primaryFacilities' | 'transferred' | 'nin' | 'nhiaNumber' | 'consents'
> &
  Partial<WithPortal>;

/** What of a person only those have whom a portal of their own was offered, or who have been at a desk. */
type WithPortal = Pick<
  Enrollee,
  'portal' | 'invitation' | 'desk' | 'asked' | 'exported' | 'noticesOff' | 'noticesByMail'
>;

/** … and what of it everybody else has. */
export const noPortal = {
  portal: null,
  invitation: null,
  desk: null,
  asked: [],
  exported: null,
  noticesOff: [],
  noticesByMail: [],
} satisfies WithPortal;

/**
 * A covered person. Their cover and plans step by step are in the body; the dates and plans beside it follow from them and
 * are for lists. `sealKey` (base64) seals what is personal about them in the journal; erasing it erases that.
 */
export const enrollees = sqliteTable(
  'enrollees',
  {
    n: integer().primaryKey(),
    id: text().notNull().unique(),
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
    phoneKey: text('phone_key'),
    email: text(),
    deathDate: text('death_date'),
    coverFrom: text('cover_from').notNull(),
    coverTo: text('cover_to'),
    suspendedFrom: text('suspended_from'),
    suspendedTo: text('suspended_to'),
    planCode: text('plan_code'),
    nextPlan: text('next_plan'),
    nextPlanFrom: text('next_plan_from'),
    sealKey: text('seal_key'),
    body: text({ mode: 'json' }).$type<EnrolleeBody>().notNull(),
  },
  (enrollee) => [
    index('enrollees_of_principal').on(enrollee.principalId),
    index('enrollees_of_client').on(enrollee.clientCode, enrollee.memberId),
    index('enrollees_of_plan').on(enrollee.planCode, enrollee.memberId),
  ],
);

/** What a client has of whom nothing more is known than the name. */
export const nothingAgreed: ClientBody = {
  contacts: [],
  contracts: [],
  offers: [],
  cover: [],
  waivesWaiting: false,
};

/** The client in a row. */
export function clientOfRow({ code, name, families, people, body }: typeof clients.$inferSelect): Client {
  return { code, name, families, people, ...nothingAgreed, ...body };
}

/** The person in a row. */
export function enrolleeOfRow(row: typeof enrollees.$inferSelect): Enrollee {
  const { id, memberId, externalId, clientCode, principalId, relation, firstName, lastName } = row;
  const { birthDate, sex, phone, email, deathDate, sealKey, body } = row;
  return {
    id,
    memberId,
    externalId,
    clientCode,
    principalId,
    relation,
    firstName,
    lastName,
    birthDate,
    sex,
    phone,
    email,
    deathDate,
    sealKey,
    ...noPortal,
    ...body,
  };
}
