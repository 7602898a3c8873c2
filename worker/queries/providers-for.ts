import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { distanceKm } from '../../schema/domain/risk/distance.ts';
import type { Place } from '../../schema/domain/risk/facts.ts';
import { type FacilityProfile, links } from '../../schema/tables/tenant/network.ts';
import type { Database } from './database.ts';
import { matchWords } from './match-words.ts';

/** Which facilities an enrollee looks for; what is empty asks for all. */
export interface ProvidersAsked {
  kind: FacilityProfile['kind'] | '';
  q: string;
}

/** A facility that an enrollee may go to. */
export interface ProviderFound {
  facilityId: string;
  name: string;
  profile: FacilityProfile;
  /** kilometres as the crow flies; null: it was not asked from where */
  km: number | null;
}

const considered_max = 400;
/** Degrees of latitude to look around, nearest first: about 11, 55 and 330 km. */
const around_degrees = [0.1, 0.5, 3] as const;

const columns = { facilityId: links.facilityId, name: links.name, profile: links.profile };

function filtersOf({ kind, q }: ProvidersAsked, words: string | null): (SQL | undefined)[] {
  return [
    eq(links.state, 'APPROVED'),
    kind === '' ? undefined : sql`${links}.kind = ${kind}`,
    words === null || q.trim() === ''
      ? undefined
      : sql`${links.facilityId} in (select facility_id from link_words where id in
          (select rowid from link_words_text where link_words_text match ${words} limit ${considered_max}))`,
  ];
}

/** Nobody finds anything by a single letter. */
const findsNothing = ({ q }: ProvidersAsked, words: string | null) => q.trim() !== '' && words === null;

/** One page of the facilities in the network by name, and where the next one starts. */
export async function providersByName(
  db: Database,
  asked: ProvidersAsked,
  after: { name: string; id: string } | null,
  limit: number,
): Promise<{ rows: ProviderFound[]; next: { name: string; id: string } | null }> {
  const words = matchWords(asked.q);
  if (findsNothing(asked, words)) return { rows: [], next: null };
  const later =
    after === null ? undefined : sql`(${links.name}, ${links.facilityId}) > (${after.name}, ${after.id})`;
  const found = await db
    .select(columns)
    .from(links)
    .where(and(...filtersOf(asked, words), later))
    .orderBy(asc(links.name), asc(links.facilityId))
    .limit(limit + 1);
  const rows = found.slice(0, limit).map((row) => ({ ...row, km: null }));
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { name: last.name, id: last.facilityId } : null };
}

/** The facilities around a place, the nearest first: the circle grows until it holds as many as a page shows. */
export async function providersNear(
  db: Database,
  asked: ProvidersAsked,
  from: Place,
  limit: number,
): Promise<ProviderFound[]> {
  const words = matchWords(asked.q);
  if (findsNothing(asked, words)) return [];
  for (const [nth, degrees] of around_degrees.entries()) {
    const found = await db
      .select(columns)
      .from(links)
      .where(
        and(
          ...filtersOf(asked, words),
          sql`${links}.latitude between ${from.lat - degrees} and ${from.lat + degrees}`,
          sql`${links}.longitude between ${from.lon - degrees} and ${from.lon + degrees}`,
        ),
      )
      .limit(considered_max);
    if (found.length < limit && nth < around_degrees.length - 1) continue;
    return found
      .map((row) => {
        const { latitude: lat = 0, longitude: lon = 0 } = row.profile;
        return { ...row, km: distanceKm(from, { lat, lon }) };
      })
      .sort((a, b) => a.km - b.km)
      .slice(0, limit);
  }
  return [];
}
