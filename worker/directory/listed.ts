import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { facilityForm } from '../../schema/forms/put-facility.ts';
import { listings } from '../../schema/tables/directory/listings.ts';
import { organisations } from '../../schema/tables/directory/organisations.ts';
import type { FacilityProfile } from '../../schema/tables/tenant/network.ts';
import { matchWords } from '../queries/match-words.ts';
import type { Directory } from './directory.ts';

/** What of the directory is asked for; an empty text asks for nothing of its kind. */
export interface ListedAsked {
  kind: 'facility' | 'tenant';
  /** name, place or licence, in words */
  q: string;
  facilityKind: string;
  level: string;
  /** where the last page ended */
  after: PlaceInList | null;
}

/** A place in a list that stands by name. */
export interface PlaceInList {
  name: string;
  id: string;
}

/** An organisation as the directory lists it; `profile` is a facility's, as it last told. */
export interface Listed {
  id: string;
  slug: string | null;
  name: string;
  profile: FacilityProfile;
}

const considered_max = 400;

/** One page of the directory by name, and where the next one starts. Of many that hold the words the first are considered. */
export async function listed(
  directory: Directory,
  { kind, q, facilityKind, level, after }: ListedAsked,
  limit: number,
): Promise<{ rows: Listed[]; next: PlaceInList | null }> {
  const match = matchWords(q);
  if (q.trim() !== '' && match === null) return { rows: [], next: null };
  const filters: (SQL | undefined)[] = [
    eq(listings.kind, kind),
    facilityKind === '' ? undefined : eq(listings.facilityKind, facilityKind),
    level === '' ? undefined : eq(listings.level, level),
    match === null
      ? undefined
      : sql`${listings.id} in (select rowid from listings_text where listings_text match ${match} limit ${considered_max})`,
    after === null
      ? undefined
      : sql`(${listings.name}, ${listings.id}) > (${after.name}, ${Number(after.id)})`,
  ];
  const found = await directory
    .select({
      listing: listings.id,
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      profile: organisations.profile,
    })
    .from(listings)
    .innerJoin(
      organisations,
      and(eq(organisations.kind, listings.kind), eq(organisations.id, listings.organisationId)),
    )
    .where(and(...filters))
    .orderBy(asc(listings.name), asc(listings.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? { name: last.name, id: String(last.listing) } : null;
  return { rows: rows.map(({ listing: _, ...row }) => ({ ...row, profile: profileOf(row) })), next };
}

/** A profile is what its facility told with its first command; a tenant has none. */
function profileOf({ name, profile }: { name: string; profile: Record<string, unknown> }): FacilityProfile {
  const read = facilityForm.safeParse({ ...profile, name });
  return read.success ? read.data : { name, kind: 'clinic' };
}

/** One organisation of the directory; null: there is none, or it is not active. */
export async function listedOne(
  directory: Directory,
  kind: ListedAsked['kind'],
  id: string,
): Promise<Listed | null> {
  const [row] = await directory
    .select({
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      profile: organisations.profile,
    })
    .from(organisations)
    .where(and(eq(organisations.kind, kind), eq(organisations.id, id), eq(organisations.state, 'ACTIVE')));
  return row ? { ...row, profile: profileOf(row) } : null;
}
