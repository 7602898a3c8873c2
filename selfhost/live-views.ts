import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@libsql/client/http';
import type { Finding, Reader } from '../durable-objects/actor/finding.ts';
import { openStates } from '../schema/domain/claims/claim.ts';
import type { ActorRef, Door } from './door.ts';

interface Place {
  readonly id: number;
  readonly state: string;
  readonly rankAt: number;
}
interface StateCount {
  readonly claims: number;
  readonly claimed: number;
  readonly approved: number;
}
/** A tenant's queue in its order (a facility has none), and the counts of the states that have claims. */
interface Views {
  /** the journal number all of it is as of; null: it moved from one page to the next */
  readonly seq: number | null;
  readonly places: readonly Place[];
  readonly counts: Readonly<Record<string, StateCount>>;
}

/** Rows of one question to the database. */
const page_rows = 5_000;
const looks_max = 6;
const between_looks_ms = 200;
/** Claims named one by one before the rest is only counted. */
const named_max = 20;

const filled = (byState: Record<string, StateCount>) =>
  Object.fromEntries(Object.entries(byState).filter(([, { claims }]) => claims > 0));

/** What an actor shows to those who look: its whole queue, page by page, and its counts. */
async function shownBy(door: Door, actor: ActorRef): Promise<Views> {
  const places: Place[] = [];
  const seqs = new Set<number>();
  for (let after: string | undefined; ; ) {
    const { counts, queue } = await door.views(actor, after);
    seqs.add(counts.seq);
    for (const place of queue?.rows ?? []) places.push(place);
    after = queue?.next ?? undefined;
    if (after === undefined) {
      return { seq: seqs.size === 1 ? counts.seq : null, places, counts: filled(counts.byState) };
    }
  }
}

async function storedPlaces(reader: Reader): Promise<Place[]> {
  const states = openStates.map((state) => `'${state}'`).join(', ');
  const places: Place[] = [];
  for (let last = 0; ; ) {
    const { rows } = await reader.execute({
      sql: `select id, state, coalesce(rank_at, submitted_at) rank_at from claims not indexed where id > ? and state in (${states}) order by id limit ?`,
      args: [last, page_rows],
    });
    for (const row of rows)
      places.push({ id: Number(row.id), state: String(row.state), rankAt: Number(row.rank_at) });
    last = places[places.length - 1]?.id ?? last;
    if (rows.length < page_rows) return places.sort((a, b) => a.rankAt - b.rankAt || a.id - b.id);
  }
}

const newestEntry = 'select coalesce(max(seq), 0) seq from journal';

async function newestIn(reader: Reader): Promise<number> {
  const { rows } = await reader.execute(newestEntry);
  return Number(rows[0]?.seq);
}

/** The same from the rows themselves, at one moment. Sums as floating point, as the actors read them. */
async function storedIn(kind: ActorRef['kind'], client: Client): Promise<Views> {
  const moment = await client.transaction('read');
  try {
    const { rows } = await moment.execute(
      'select state, count(*) claims, total(claimed) claimed, total(approved) approved from claims group by state',
    );
    const counts = rows.map(({ state, claims, claimed, approved }) => [
      String(state),
      { claims: Number(claims), claimed: Number(claimed), approved: Number(approved) },
    ]);
    return {
      seq: await newestIn(moment),
      places: kind === 'tenant' ? await storedPlaces(moment) : [],
      counts: Object.fromEntries(counts),
    };
  } finally {
    moment.close();
  }
}

const inWords = (place: Place | undefined) =>
  place ? `${place.state} at rank ${place.rankAt}` : 'not in the queue';

function differingPlaces(stored: readonly Place[], shown: readonly Place[]): string[] {
  const shownById = new Map(shown.map((place) => [place.id, place]));
  const storedIds = new Set(stored.map(({ id }) => id));
  const extra = shown.filter(({ id }) => !storedIds.has(id));
  const messages = [
    ...stored.map((place) => ({ id: place.id, is: inWords(place), shows: inWords(shownById.get(place.id)) })),
    ...extra.map((place) => ({ id: place.id, is: inWords(undefined), shows: inWords(place) })),
  ]
    .filter(({ is, shows }) => is !== shows)
    .map(({ id, is, shows }) => `claim ${id} is ${is}; its actor shows it ${shows}`);
  if (messages.length > named_max)
    return [...messages.slice(0, named_max), `and ${messages.length - named_max} claims more`];
  if (messages.length > 0) return messages;
  const first = stored.findIndex(({ id }, index) => shown[index]?.id !== id);
  if (first === -1 && shown.length === stored.length) return [];
  return [`the queue is out of order from place ${first + 1} on, or shows a claim twice`];
}

const amounts = (count: StateCount | undefined) =>
  count ? `${count.claims} claims, ${count.claimed} claimed, ${count.approved} approved` : 'no claims';

function differencesOf(stored: Views, shown: Views): Finding[] {
  const states = new Set([...Object.keys(stored.counts), ...Object.keys(shown.counts)]);
  const counts = [...states].flatMap((state) => {
    const [is, shows] = [amounts(stored.counts[state]), amounts(shown.counts[state])];
    return is === shows ? [] : [`${state}: the rows say ${is}; the actor shows ${shows}`];
  });
  const behind =
    stored.seq === shown.seq
      ? []
      : [`the journal is at entry ${stored.seq}; the actor shows ${shown.seq ?? 'several'}`];
  return [...behind, ...counts, ...differingPlaces(stored.places, shown.places)].map((message) => ({
    check: 'views',
    message,
  }));
}

/**
 * What an actor shows live that is not so in its rows; empty: nothing. Views move while they are looked at: they are
 * compared at equal journal numbers, or when nothing was written meanwhile, and a difference counts when it stays.
 * Null: they moved all the while, so that nothing can be said.
 */
export async function compareViews(door: Door, actor: ActorRef, client: Client): Promise<Finding[] | null> {
  let findings: Finding[] | null = null;
  for (let look = 1; ; look += 1) {
    const stored = await storedIn(actor.kind, client);
    const shown = await shownBy(door, actor);
    if (shown.seq === stored.seq || (await newestIn(client)) === stored.seq)
      findings = differencesOf(stored, shown);
    if (findings?.length === 0 || look === looks_max) return findings;
    await wait(between_looks_ms);
  }
}
