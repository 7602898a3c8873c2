import type { Moment } from '../dates.ts';
import { type Authorization, openAppeal } from './authorization.ts';

/** The moment from which a clock shows amber and those who may decide are told: its last quarter. */
export const warningAt = (dueAt: Moment, clock_ms: number): Moment => dueAt - clock_ms / 4;

/** What happens with a request by the clock. */
export type DueStage =
  | 'warn'
  | 'breach'
  | 'warn of the appeal'
  | 'breach of the appeal'
  | 'expire'
  | 'release';

/** One thing that happens, and when. */
export interface Due {
  stage: DueStage;
  at: Moment;
}

/** What a request's own clock does next: its last quarter, its end; what was slept through is not made up for. */
function ofRequest({ dueAt, clock_ms, queriedAt, warnedAt, breach }: Authorization): Due[] {
  if (dueAt === null || queriedAt !== null || breach !== null) return [];
  const end: Due = { stage: 'breach', at: dueAt };
  return warnedAt === null ? [{ stage: 'warn', at: warningAt(dueAt, clock_ms) }, end] : [end];
}

function ofAppeal(authorization: Authorization): Due[] {
  const appeal = openAppeal(authorization);
  if (!appeal || appeal.breachedAt !== null) return [];
  const end: Due = { stage: 'breach of the appeal', at: appeal.dueAt };
  const warning = warningAt(appeal.dueAt, authorization.clock_ms);
  return appeal.warnedAt === null ? [{ stage: 'warn of the appeal', at: warning }, end] : [end];
}

/** A code ends while it can be used, and a reservation while there is one. */
function ofCode({ state, expiresAt, releasesAt, lines }: Authorization): Due[] {
  const isUsable = state === 'APPROVED' || state === 'PARTIALLY_APPROVED';
  const isReserved = lines.some(({ reservation }) => reservation !== null);
  return [
    ...(!isUsable || expiresAt === null ? [] : [{ stage: 'expire' as const, at: expiresAt }]),
    ...(!isReserved || releasesAt === null ? [] : [{ stage: 'release' as const, at: releasesAt }]),
  ];
}

/** Everything that happens with a request by the clock, the next one first. */
const duesOf = (authorization: Authorization): Due[] =>
  [...ofRequest(authorization), ...ofAppeal(authorization), ...ofCode(authorization)].sort(
    (a, b) => a.at - b.at,
  );

/**
 * When something happens with a request by itself next (authorizations.md, Clocks); null: nothing will. It follows from the
 * aggregate alone and is stored beside it, so that the alarm finds what is due by one index.
 */
export const nextAtOf = (authorization: Authorization): Moment | null => duesOf(authorization)[0]?.at ?? null;

/** What is over, of which nobody is told any more that it will be. */
const overtakes: Readonly<Partial<Record<DueStage, DueStage>>> = {
  breach: 'warn',
  'breach of the appeal': 'warn of the appeal',
};

/** What is due by a moment, in its order. Of a clock that has run out nobody is told that it will. */
export function dueBy(authorization: Authorization, now: Moment): DueStage[] {
  const stages = duesOf(authorization).flatMap(({ stage, at }) => (at <= now ? [stage] : []));
  const overtaken = new Set(stages.map((stage) => overtakes[stage]));
  return stages.filter((stage) => !overtaken.has(stage));
}
