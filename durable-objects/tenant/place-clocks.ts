import type { Moment } from '../../schema/domain/dates.ts';
import type { Place } from './place.ts';
import { clockRings } from './place-table.ts';

/** What waits: a query for its answer, or a claim for its decision. */
export type ClockKind = keyof typeof clockRings;

const isOf = (place: Place, kind: ClockKind, told: number): boolean =>
  (place.state === 'QUERIED') === (kind === 'query') &&
  !place.held &&
  place.told === told &&
  place.clockFrom !== null;

/** Claims by what falls due with them by itself, from the actor's own table; what is not written yet lies over it. */
export class PlaceClocks {
  readonly #sql: SqlStorage;
  readonly #unwritten: ReadonlyMap<number, Place | null>;

  constructor(sql: SqlStorage, unwritten: ReadonlyMap<number, Place | null>) {
    this.#sql = sql;
    this.#unwritten = unwritten;
  }

  /** Those of which so many clocks have rung, the ones that wait longest first. */
  first(kind: ClockKind, told: 0 | 1, limit: number): { id: number; from: Moment }[] {
    const rows = this.#sql
      .exec<{ id: number; clock_from: number }>(
        `select id, clock_from from queue indexed by ${kind === 'query' ? 'queue_queries' : 'queue_decisions'}
         where ${clockRings[kind]} and told = ? order by clock_from limit ?`,
        told,
        limit + this.#unwritten.size,
      )
      .toArray()
      .flatMap(({ id, clock_from: from }) => (this.#unwritten.has(id) ? [] : [{ id, from }]));
    const over = [...this.#unwritten.values()].flatMap((place) =>
      place && isOf(place, kind, told) ? [{ id: place.id, from: place.clockFrom ?? 0 }] : [],
    );
    return [...rows, ...over].sort((a, b) => a.from - b.from).slice(0, limit);
  }
}
