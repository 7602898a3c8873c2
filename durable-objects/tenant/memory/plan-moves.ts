import type { Row } from '@libsql/client/web';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { Rows } from '../../actor/rows.ts';
import type { Statement } from '../../actor/store.ts';

/** Moves to another plan: recorded, and gone through on their day. */
export const planMoveRows = (): Rows =>
  new Rows('plan_moves', ['day', 'enrollee_id', 'swept'], 'on conflict do update set swept = excluded.swept');

/** The first day of a move that has not been gone through: read as the actor wakes, and when the timer has rung. */
export const firstMove: Statement = {
  sql: 'select min(day) as day from plan_moves indexed by plan_moves_waiting where swept = 0',
  args: [],
};

/** The day that `firstMove` found; null: there is none. */
export function dayOf(rows: readonly Row[]): CalendarDate | null {
  const day = rows[0]?.day ?? null;
  return day === null ? null : String(day);
}

/** A move that is due, with the open codes of whoever moves, and of those who may be on a plan through them, by number. */
export interface DueMove {
  day: CalendarDate;
  enrolleeId: string;
  numbers: string[];
}

/** Moves due by a day, so many of them. */
export const movesDue = (today: CalendarDate, limit: number): Statement => ({
  sql: `select m.day, m.enrollee_id, (select json_group_array(a.number) from authorizations a indexed by authorizations_of_enrollee
      where a.enrollee_id in (select m.enrollee_id union all select d.id from enrollees d where d.principal_id = m.enrollee_id)
        and a.state in ('APPROVED', 'PARTIALLY_APPROVED')) as numbers
    from plan_moves m indexed by plan_moves_waiting
    where m.swept = 0 and m.day <= ? order by m.day, m.enrollee_id limit ?`,
  args: [today, limit],
});

/** The moves that `movesDue` found. */
export const movesOf = (rows: readonly Row[]): DueMove[] =>
  rows.map(({ day, enrollee_id, numbers }) => {
    const found: string[] = JSON.parse(String(numbers));
    return { day: String(day), enrolleeId: String(enrollee_id), numbers: found };
  });
