import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A facility's public profile, as last told. */
export interface FacilityProfile {
  name: string;
  kind: 'hospital' | 'clinic' | 'pharmacy' | 'laboratory' | 'optician' | 'dentist';
  level?: 'primary' | 'secondary' | 'tertiary' | undefined;
  address?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  phone?: string | undefined;
  licence?: string | undefined;
}

/** A facility's approved relation with the tenant. `portal`: it has a database of its own and is sent messages. */
export const links = sqliteTable('links', {
  facilityId: text('facility_id').primaryKey(),
  externalId: text('external_id').unique(),
  name: text().notNull(),
  profile: text({ mode: 'json' }).$type<FacilityProfile>().notNull(),
  state: text().$type<'APPROVED' | 'ENDED'>().notNull().default('APPROVED'),
  portal: integer({ mode: 'boolean' }).notNull().default(false),
});
