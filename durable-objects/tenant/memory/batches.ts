import type { Batch } from '../../../schema/domain/piles/batch.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** Claims that are decided together, by the batch's id. */
export const batchKind: Kind<Batch> = {
  name: 'batch',
  capacity: 60,
  keys: (batch) => [batch.id],
  read: (keys) => readJson('batches', { body: 'json(body)' }, 'id in (select value from json_each(?))', keys),
  parse: (text) => {
    const found: { body: Batch }[] = JSON.parse(text);
    return found.map(({ body }) => body);
  },
  write: (made, changed) =>
    insertRows(
      'batches',
      ['id', 'facility_id', 'month', 'state', 'prepared_at', 'body'],
      [...made, ...changed].map((batch) => [
        batch.id,
        batch.facilityId,
        batch.month,
        batch.state,
        batch.preparedAt,
        batch,
      ]),
      'on conflict do update set state = excluded.state, body = excluded.body',
    ),
};
