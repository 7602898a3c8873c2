import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The active facilities and tenants as the directory lists them; the database keeps it by `organisations`. */
export const listings = sqliteTable(
  'listings',
  {
    id: integer().primaryKey(),
    kind: text().$type<'facility' | 'tenant'>().notNull(),
    organisationId: text('organisation_id').notNull(),
    name: text().notNull(),
    facilityKind: text('facility_kind'),
    level: text(),
    place: text().notNull(),
    licence: text().notNull(),
  },
  (listing) => [
    index('listings_by_name').on(listing.kind, listing.name, listing.id),
    index('listings_by_facility_kind').on(listing.kind, listing.facilityKind, listing.name, listing.id),
    index('listings_by_level').on(listing.kind, listing.level, listing.name, listing.id),
    index('listings_by_both').on(listing.kind, listing.facilityKind, listing.level, listing.name, listing.id),
  ],
);
