import type { Standing } from '../../../../views/authorizations/words.ts';
import type { AuthorizationRow } from '../../../../views/hmo/authorizations/queue-row.tsx';
import type { AuthorizationListRow } from '../../../queries/authorizations-list.ts';

/** A request as lists show it: its standing, and the clock that runs for whoever must answer. */
export function shownAuthorization(row: AuthorizationListRow): AuthorizationRow {
  const { state, answerBy, clock_ms, queriedAt, breached, proposed, held, ...rest } = row;
  const isAppealed = answerBy !== null && state !== 'REQUESTED' && state !== 'QUERIED';
  const standing: Standing = isAppealed ? 'APPEALED' : state;
  const stands = state === 'QUERIED' && queriedAt !== null;
  return {
    ...rest,
    standing,
    clock: answerBy === null ? null : { dueAt: answerBy, clock_ms: Number(clock_ms), stands },
    breached: breached !== 0,
    proposed: proposed !== 0,
    held: held !== 0,
  };
}
