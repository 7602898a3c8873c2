import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import type { LocalStore } from '../actor/local-store.ts';
import { type Cursor, type Place, start } from './place.ts';

/** A place as a row of the actor's own table. */
export type PlaceRow = {
  id: number;
  state: string;
  rank_at: number;
  due_at: number | null;
  facility_id: string;
  billing_month: string;
  client_code: string;
  plan_code: string | null;
  claimed: number;
  risk: number;
  clean: number;
  open_flags: number;
  held: number;
  clock_from: number | null;
  told: number;
};

/** In the order in which `placeValues` gives them. */
export const placeColumns =
  'id, state, rank_at, due_at, facility_id, billing_month, client_code, plan_code, claimed, risk, clean, open_flags, held, clock_from, told';

/** Those whose clock runs: the very words of the index by due moment. */
export const clockRuns = "state <> 'QUERIED' and held = 0";

/** Claims that something falls due with by itself: the very words of the indexes by it. */
export const clockRings = {
  query: "state = 'QUERIED' and held = 0 and told < 2 and clock_from is not null",
  decision: "state <> 'QUERIED' and held = 0 and told < 2 and clock_from is not null",
} as const;

/** Counted up with every change of the table below: an older one is dropped, and filled again from the database. */
const version = 5;

/** What is looked at where it is met on a way: small, and in every index, so that no row is read to be passed over. */
const lookedAt = 'due_at, risk, clean, open_flags, held';

const byRankIn = (name: string, prefix: string, where = '') =>
  `create index if not exists queue_${name} on queue (${prefix}state, rank_at, id, ${lookedAt})${where}`;

/** What is asked while the view is not complete, too. */
const tables = [
  `create table if not exists queue (
    id integer primary key, state text not null, rank_at integer not null, due_at integer, facility_id text not null,
    billing_month text not null, client_code text not null, plan_code text, claimed integer not null,
    risk integer not null, clean integer not null, open_flags integer not null, held integer not null,
    clock_from integer, told integer not null
  )`,
  byRankIn('pile', 'facility_id, billing_month, '),
  `create index if not exists queue_due on queue (due_at, state, rank_at, id, risk, clean, open_flags) where ${clockRuns}`,
  'create table if not exists leases (id integer primary key, account text not null, until integer not null)',
];

/**
 * Each filter that is offered has an index in rank order; those that few claims meet have only those in it. They are made
 * when the table is full: filling it with them in place took eight times as long.
 */
export const orderIndexes: readonly string[] = [
  byRankIn('state', ''),
  byRankIn('facility', 'facility_id, '),
  byRankIn('client', 'client_code, '),
  byRankIn('plan', 'plan_code, ', ' where plan_code is not null'),
  byRankIn('risk30', '', ' where risk >= 30'),
  byRankIn('risk60', '', ' where risk >= 60'),
  byRankIn('flagged', '', ' where open_flags > 0'),
  byRankIn('held', '', ' where held = 1'),
  `create index if not exists queue_queries on queue (told, clock_from) where ${clockRings.query}`,
  `create index if not exists queue_decisions on queue (told, clock_from) where ${clockRings.decision}`,
];

/** How far a view that was lost has been filled. */
export interface FilledTo extends Cursor {
  /** which open state, in their order */
  nth: number;
}

const fillMarks = ['view_fill', 'view_fill_rank', 'view_fill_id'] as const;

export function filledTo(store: LocalStore): FilledTo {
  const [nth, rankAt, id] = fillMarks.map((name) => store.mark(name));
  return { nth: nth ?? 0, rankAt: rankAt ?? start.rankAt, id: id ?? start.id };
}

export function setFilledTo(store: LocalStore, { nth, rankAt, id }: FilledTo): void {
  for (const [place, value] of [nth, rankAt, id].entries()) store.setMark(fillMarks[place] ?? '', value);
}

/** Makes the view's tables; one of an older shape is dropped, and what was in it is not complete any more. */
export function openPlaceTable(store: LocalStore): void {
  if (store.mark('view_version') !== version) {
    store.sql.exec('drop table if exists queue');
    store.setMark('view_complete', 0);
    setFilledTo(store, { nth: 0, ...start });
    store.setMark('view_version', version);
  }
  for (const statement of tables) store.sql.exec(statement);
}

export const placeOfRow = (row: PlaceRow): Place => ({
  id: row.id,
  state: row.state as ClaimState,
  rankAt: row.rank_at,
  dueAt: row.due_at,
  facilityId: row.facility_id,
  billingMonth: row.billing_month,
  clientCode: row.client_code,
  planCode: row.plan_code,
  claimed: row.claimed,
  risk: row.risk,
  clean: row.clean === 1,
  openFlags: row.open_flags,
  held: row.held === 1,
  clockFrom: row.clock_from,
  told: row.told === 2 ? 2 : row.told === 1 ? 1 : 0,
});

/** A place's values, in the order of `placeColumns`. */
export const placeValues = (place: Place) => [
  place.id,
  place.state,
  place.rankAt,
  place.dueAt,
  place.facilityId,
  place.billingMonth,
  place.clientCode,
  place.planCode,
  place.claimed,
  place.risk,
  place.clean ? 1 : 0,
  place.openFlags,
  place.held ? 1 : 0,
  place.clockFrom,
  place.told,
];
