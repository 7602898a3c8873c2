import { type Visit, visitIdOf } from '../../../schema/domain/visits/visit.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

const columns = {
  id: 'id',
  number: 'number',
  state: 'state',
  version: 'version',
  facilityId: 'facility_id',
  facilityName: 'facility_name',
  enrolleeId: 'enrollee_id',
  memberId: 'member_id',
  enrolleeName: 'enrollee_name',
  at: 'at',
  date: 'date',
  by: 'by',
  how: 'how',
  covered: "json(iif(covered, 'true', 'false'))",
  answered: 'json(answered)',
};

const written = [...Object.values(columns).slice(0, -2), 'covered', 'answered'];

const rowOf = (visit: Visit): unknown[] => [
  visit.id,
  visit.number,
  visit.state,
  visit.version,
  visit.facilityId,
  visit.facilityName,
  visit.enrolleeId,
  visit.memberId,
  visit.enrolleeName,
  visit.at,
  visit.date,
  visit.by,
  visit.how,
  visit.covered ? 1 : 0,
  visit.answered,
];

/** Check-ins, by number. */
export const visitKind: Kind<Visit> = {
  name: 'visit',
  capacity: 500,
  keys: ({ number }) => [number],
  read: (keys) =>
    readJson(
      'visits',
      columns,
      'id in (select value from json_each(?))',
      keys.map((key) => visitIdOf(key) ?? 0),
    ),
  parse: (text) => {
    const found: Visit[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'visits',
      written,
      [...made, ...changed].map(rowOf),
      'on conflict (id) do update set state = excluded.state, version = excluded.version, answered = excluded.answered',
    ),
};
