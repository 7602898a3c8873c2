import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { movesIn } from '../../schema/domain/members/plan-move.ts';
import type { TenantDid } from './handler.ts';
import type { TenantMemory } from './memory.ts';

/** Records the days on which people's plans become others: on those their open codes are judged again. */
export function recordMoves(
  people: readonly { before: Enrollee | null; after: Enrollee }[],
  memory: TenantMemory,
): Pick<TenantDid, 'movesOn'> {
  const days: CalendarDate[] = [];
  for (const { before, after } of people)
    for (const day of movesIn(before?.plans ?? null, after.plans)) {
      memory.planMoves.add(day, after.id, 0);
      days.push(day);
    }
  const [movesOn] = days.sort();
  return movesOn === undefined ? {} : { movesOn };
}
