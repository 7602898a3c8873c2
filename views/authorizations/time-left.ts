/** How urgent a clock is: its last quarter is soon, past its end is late. */
export type Haste = 'time' | 'soon' | 'late';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;

/** How much hurry there is, `left_ms` before the end of a clock that ran `clock_ms` from its beginning. */
export function hasteOf(left_ms: number, clock_ms: number): Haste {
  if (left_ms <= 0) return 'late';
  return left_ms <= clock_ms / 4 ? 'soon' : 'time';
}

const two = (figure: number) => String(figure).padStart(2, '0');

/** A span in its two largest units: `1 d 3 h`, `3 h 05 min`; the last hour by seconds, `12 min 05 s`. */
function spanWords(span_ms: number): string {
  if (span_ms >= day_ms)
    return `${Math.floor(span_ms / day_ms)} d ${Math.floor((span_ms % day_ms) / hour_ms)} h`;
  if (span_ms >= hour_ms)
    return `${Math.floor(span_ms / hour_ms)} h ${two(Math.floor((span_ms % hour_ms) / minute_ms))} min`;
  return `${Math.floor(span_ms / minute_ms)} min ${two(Math.floor((span_ms % minute_ms) / 1000))} s`;
}

/** What a clock says: how much is left, or how late it is. Past its end minutes are enough. */
export function timeLeftWords(left_ms: number): string {
  if (left_ms > 0) return `${spanWords(left_ms)} left`;
  const late_ms = -left_ms;
  return late_ms < hour_ms ? `${Math.floor(late_ms / minute_ms)} min late` : `${spanWords(late_ms)} late`;
}
