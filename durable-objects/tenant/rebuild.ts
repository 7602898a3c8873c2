import type { Moment } from '../../schema/domain/dates.ts';
import { report } from '../actor/report.ts';
import type { Store } from '../actor/store.ts';
import { openFrom } from './read-claims.ts';
import type { Timer } from './timers.ts';
import type { View } from './view.ts';

/** So many are read and written in one go: a few milliseconds of the actor's one thread. */
const page_rows_max = 1_000;
/** After a failure the work rests so long; given up so often in a row, it goes on with the alarm. */
const rest_ms = 1_000;
const failures_max = 10;
const turn_ms = 100;
/** An actor that was evicted meanwhile is woken to go on. */
const alarm_ms = 10_000;

export interface RebuildParts {
  store: Store;
  view: View;
  clock: () => Moment;
  /** 1,000, if it says nothing */
  page_rows?: number;
}

/**
 * Fills a lost view from the database, page by page, while the actor serves. How far it is stands with the view: a crash
 * costs the page that was under way. A claim that changes while its page is being read is left out: the change itself brings it.
 */
export class Rebuild implements Timer {
  readonly #parts: RebuildParts;
  #running: Promise<void> | null = null;

  constructor(parts: RebuildParts) {
    this.#parts = parts;
  }

  /** The actor has woken: if the view is not complete, it will be. */
  run(): void {
    if (!this.#parts.view.complete) this.#running ??= this.#work();
  }

  nextAt(): Moment | null {
    return this.#parts.view.complete ? null : this.#parts.clock() + alarm_ms;
  }

  async ring(): Promise<void> {
    this.run();
  }

  /** Resolves once nothing is being filled. */
  async isDone(): Promise<void> {
    await this.#running;
  }

  async #work(): Promise<void> {
    const { view } = this.#parts;
    for (let failures = 0; !view.complete && failures < failures_max; )
      try {
        if (await this.#page()) await this.#complete();
        failures = 0;
      } catch (error) {
        report('the view is not rebuilt', error);
        failures += 1;
        await pause(rest_ms);
      }
    view.touched = null;
    this.#running = null;
  }

  /** The next page; true: it was the last one. */
  async #page(): Promise<boolean> {
    const { store, view, page_rows = page_rows_max } = this.#parts;
    const touched = new Set<number>();
    view.touched = touched;
    const { places, next } = await openFrom(store, view.filledTo, page_rows);
    view.fill(
      places.filter((place) => !touched.has(place.id)),
      next ?? view.filledTo,
    );
    return next === null;
  }

  async #complete(): Promise<void> {
    // Between two of them whoever waits for the actor gets turns enough for a page.
    for (const _ of this.#parts.view.completing()) await pause(turn_ms);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
