import { type CalendarDate, later } from '../../schema/domain/dates.ts';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { movesIn } from '../../schema/domain/members/plan-move.ts';
import type { TenantContext, TenantDid } from './handler.ts';
import { todayOf } from './today.ts';

/**
 * Records the days on which people's plans become others: on those their open codes are judged again. One that lies back is of
 * today: until it was recorded codes were honoured as they were issued (members.md, Back-dating).
 */
export function recordMoves(
  people: readonly { before: Enrollee | null; after: Enrollee }[],
  context: TenantContext,
): Pick<TenantDid, 'movesOn'> {
  const today = todayOf(context);
  const days: CalendarDate[] = [];
  for (const { before, after } of people)
    for (const from of movesIn(before?.plans ?? null, after.plans)) {
      const day = later(from, today);
      context.memory.planMoves.add(day, after.id, 0);
      days.push(day);
    }
  const [movesOn] = days.sort();
  return movesOn === undefined ? {} : { movesOn };
}
