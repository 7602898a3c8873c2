import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { Rows } from '../../actor/rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** One line (or visit, line 0) of a claim among a person's uses of a subject. */
export interface UseOfSubject {
  claimId: number;
  line: number;
  day: CalendarDate;
  facilityId: string;
}

/** Everything a person's claims hold of one subject: a service in one year, or one visit. */
export interface Uses {
  enrolleeId: string;
  subject: string;
  uses: readonly UseOfSubject[];
}

/** A service in a calendar year. */
export const serviceSubject = (service: string, year: number): string => `s:${service}:${year}`;
/** A service granted on requests of a calendar year: `claimId` is the request's running number then. */
export const grantedSubject = (service: string, year: number): string => `g:${service}:${year}`;
/** A visit at a facility (`visitOf`). */
export const visitSubject = (facilityId: string, visit: string): string => `v:${facilityId}:${visit}`;

/** What a person's uses are found by. */
export const usesKey = (enrolleeId: string, subject: string): string => `${enrolleeId} ${subject}`;

/** A person's uses by subject; the rows are written with the claim (`useRows`). */
export const usesKind: Kind<Uses> = {
  name: 'uses',
  // in single uses: about 60 bytes each
  capacity: 120_000,
  weigh: ({ uses }) => uses.length,
  keys: ({ enrolleeId, subject }) => [usesKey(enrolleeId, subject)],
  read: (keys) => ({
    sql: `select json_group_array(json(one)) from (
      select json_object('enrolleeId', u.enrollee_id, 'subject', u.subject, 'uses', json_group_array(
        json_object('claimId', u.claim_id, 'line', u.line, 'day', u.day, 'facilityId', u.facility_id))) one
      from json_each(?) k join uses u on u.enrollee_id = k.value->>0 and u.subject = k.value->>1
      group by u.enrollee_id, u.subject)`,
    args: [JSON.stringify(keys.map(partsOf))],
  }),
  parse: (text) => {
    const found: Uses[] = JSON.parse(text);
    return found;
  },
  write: () => [],
};

/** An enrollee's id has no space in it; a sender's encounter id has none either. */
function partsOf(key: string): [string, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** The rows behind them. */
export const useRows = (): Rows =>
  new Rows(
    'uses',
    ['enrollee_id', 'subject', 'claim_id', 'line', 'day', 'facility_id'],
    'on conflict do update set day = excluded.day',
  );
