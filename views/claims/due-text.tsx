import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import { day_ms, hour_ms, type Moment } from '../../schema/domain/dates.ts';

const decided: readonly ClaimState[] = ['APPROVED', 'REJECTED', 'SETTLED', 'WITHDRAWN'];

/** A span of time in its largest unit: `2 d`, `3 h`, `5 min`. */
export function roughly(span_ms: number): string {
  if (span_ms >= day_ms) return `${Math.floor(span_ms / day_ms)} d`;
  if (span_ms >= hour_ms) return `${Math.floor(span_ms / hour_ms)} h`;
  return `${Math.max(1, Math.floor(span_ms / 60_000))} min`;
}

type DueTextProps = {
  dueAt: Moment | null;
  now: Moment;
  state: ClaimState;
  /** due before this moment is soon (`schema/domain/claims/due.ts`); left out: eight hours from now */
  soon?: Moment | undefined;
  /** by an investigation: its clock stands */
  held?: boolean | undefined;
};

/**
 * When a decision is due, in words: red says `late`, amber says how much is `left`, and what has time says `in`. The clock
 * stands while the facility is asked, and while an investigation holds the claim.
 */
export function DueText({ dueAt, now, state, soon = now + 8 * hour_ms, held = false }: DueTextProps) {
  if (decided.includes(state)) return <span class="mute">decided</span>;
  if (held) return <span class="mute">held</span>;
  if (state === 'QUERIED') return <span class="mute">paused</span>;
  if (dueAt === null) return <span class="mute">not started</span>;
  const left_ms = dueAt - now;
  if (left_ms < 0) return <span class="late">{roughly(-left_ms)} late</span>;
  return dueAt < soon ? (
    <span class="soon">{roughly(left_ms)} left</span>
  ) : (
    <span>in {roughly(left_ms)}</span>
  );
}
