import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** One claim among a person's of a month: its id, first and last day. */
export type MonthsClaim = readonly [id: number, from: CalendarDate, to: CalendarDate];

/** A person's claims that touch a month, as they were filed: the latest of them. */
export interface PersonMonth {
  enrolleeId: string;
  /** `2026-11` */
  month: string;
  claims: readonly MonthsClaim[];
}

/** Of one month so many are kept: nobody has honestly been treated more often, and none may slow filing. */
export const month_claims_max = 60;

/** What a person's month is found by. */
export const personMonthKey = (enrolleeId: string, month: string): string => `${enrolleeId} ${month}`;

/** A person's months. */
export const personMonthKind: Kind<PersonMonth> = {
  name: 'month of a person',
  capacity: 20_000,
  keys: ({ enrolleeId, month }) => [personMonthKey(enrolleeId, month)],
  read: (keys) => ({
    sql: `select json_group_array(json_object('enrolleeId', m.enrollee_id, 'month', m.month, 'claims', json(m.claims)))
      from json_each(?) k join person_months m on m.enrollee_id = k.value->>0 and m.month = k.value->>1`,
    args: [JSON.stringify(keys.map((key) => key.split(' ')))],
  }),
  parse: (text) => {
    const found: PersonMonth[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'person_months',
      ['enrollee_id', 'month', 'claims'],
      [...made, ...changed].map(({ enrolleeId, month, claims }) => [enrolleeId, month, claims]),
      'on conflict do update set claims = excluded.claims',
    ),
};
