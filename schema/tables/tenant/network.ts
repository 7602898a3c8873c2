import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LinkSide, LinkState, LinkStep, Period } from '../../domain/network/link.ts';
import type { Credentials } from '../../domain/network/standing.ts';

/** A facility's public profile, as last told. */
export interface FacilityProfile extends Credentials {
  name: string;
  kind: 'hospital' | 'clinic' | 'pharmacy' | 'laboratory' | 'optician' | 'dentist';
  level?: 'primary' | 'secondary' | 'tertiary' | undefined;
  address?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  phone?: string | undefined;
  licence?: string | undefined;
  /** where it is, in degrees; both are known or neither */
  latitude?: number | undefined;
  longitude?: number | undefined;
}

/** A facility's relation with the tenant. `portal`: it has a database of its own and is sent messages. */
export const links = sqliteTable(
  'links',
  {
    facilityId: text('facility_id').primaryKey(),
    externalId: text('external_id').unique(),
    name: text().notNull(),
    profile: text({ mode: 'json' }).$type<FacilityProfile>().notNull(),
    state: text().$type<LinkState>().notNull().default('APPROVED'),
    portal: integer({ mode: 'boolean' }).notNull().default(false),
    version: integer().notNull().default(1),
    askedBy: text('asked_by').$type<LinkSide>(),
    askedAt: integer('asked_at'),
    startsOn: text('starts_on'),
    inForce: text('in_force', { mode: 'json' }).$type<Period[]>().notNull(),
    history: text({ mode: 'json' }).$type<LinkStep[]>().notNull(),
    /** first and last day of the latest days in force; the database reads them out of `in_force` */
    since: text().generatedAlwaysAs('', { mode: 'virtual' }),
    until: text().generatedAlwaysAs('', { mode: 'virtual' }),
  },
  (link) => [
    index('links_by_name').on(link.name, link.facilityId),
    index('links_by_state').on(link.state, link.name, link.facilityId),
  ],
);

/** How many links stand in each state; the database keeps it. */
export const linkCounts = sqliteTable('link_counts', {
  state: text().$type<LinkState>().primaryKey(),
  links: integer().notNull(),
});

/** Dated prices in minor units; `tariff` is a facility's id or `standard`, null: no price from that day on. */
export const tariffPrices = sqliteTable(
  'tariff_prices',
  {
    tariff: text().notNull(),
    service: text().notNull(),
    validFrom: text('valid_from').notNull(),
    price: integer(),
  },
  (price) => [primaryKey({ columns: [price.tariff, price.service, price.validFrom] })],
);
