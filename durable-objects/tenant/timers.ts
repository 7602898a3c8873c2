import type { Moment } from '../../schema/domain/dates.ts';

/** Something that falls due by itself: the actor's alarm rings for the earliest of them. */
export interface Timer {
  /** when the next one falls due; null: nothing is awaited */
  nextAt(): Moment | null;
  /** does what is due by now; at most so much in one go that others are not held up: the rest is due again at once */
  ring(): Promise<void>;
}

/** When the first of them is due; null: none awaits anything. */
export function earliestOf(timers: readonly Timer[]): Moment | null {
  const moments = timers.flatMap((timer) => timer.nextAt() ?? []);
  return moments.length === 0 ? null : Math.min(...moments);
}
