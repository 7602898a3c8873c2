import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { Kind } from '../../actor/shelf.ts';

/** One request among a person's: its number, where, and the planned day. */
type PersonsRequest = readonly [number: string, facilityId: string, day: CalendarDate];

/** The latest requests in a person's name. */
export interface PersonRequests {
  enrolleeId: string;
  requests: readonly PersonsRequest[];
}

/** So many are kept of a person: a check-in is of now, and so are the requests that belong to it. */
const requests_max = 40;

const latestOf = `select json_group_array(json_array(number, facility_id, service_date)) from
  (select number, facility_id, service_date from authorizations where enrollee_id = k.value order by id desc limit ${requests_max})`;

/** People's requests: what stands in the requests' own rows, found by person. Nothing is written beside those. */
export const personRequestsKind: Kind<PersonRequests> = {
  name: 'requests of a person',
  capacity: 2_000,
  keys: ({ enrolleeId }) => [enrolleeId],
  read: (keys) => ({
    sql: `select json_group_array(json_object('enrolleeId', k.value, 'requests', json((${latestOf})))) from json_each(?) k`,
    args: [JSON.stringify(keys)],
  }),
  parse: (text) => {
    const found: PersonRequests[] = JSON.parse(text);
    return found;
  },
  write: () => [],
};

/** With one more, the newest first. */
export const withRequest = (
  { enrolleeId, requests }: PersonRequests,
  request: PersonsRequest,
): PersonRequests => ({ enrolleeId, requests: [request, ...requests].slice(0, requests_max) });
