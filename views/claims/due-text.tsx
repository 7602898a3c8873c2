import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import { day_ms, hour_ms, type Moment } from '../../schema/domain/dates.ts';

const decided: readonly ClaimState[] = ['APPROVED', 'REJECTED', 'SETTLED', 'WITHDRAWN'];

/** A span of time in its largest unit: `2 d`, `3 h`, `5 min`. */
export function roughly(span_ms: number): string {
  if (span_ms >= day_ms) return `${Math.floor(span_ms / day_ms)} d`;
  if (span_ms >= hour_ms) return `${Math.floor(span_ms / hour_ms)} h`;
  return `${Math.max(1, Math.floor(span_ms / 60_000))} min`;
}

/** When a decision is due, in words; lateness is red and says `late`. The clock stands while the facility is asked. */
export function DueText({ dueAt, now, state }: { dueAt: Moment | null; now: Moment; state: ClaimState }) {
  if (decided.includes(state)) return <span class="mute">decided</span>;
  if (state === 'QUERIED') return <span class="mute">paused</span>;
  if (dueAt === null) return <span class="mute">not started</span>;
  const left_ms = dueAt - now;
  if (left_ms < 0) return <span class="late">{roughly(-left_ms)} late</span>;
  return <span class={left_ms < 8 * hour_ms ? 'soon' : undefined}>in {roughly(left_ms)}</span>;
}
