import { expect, test } from 'vitest';
import { readQueueFilter } from '../../../worker/portals/staff/queue-filter.ts';

test('a filter is what stands in the address; what means nothing is left out', () => {
  expect(readQueueFilter({ view: 'late', facility: 'f1', q: '  CLM-26-000001 ' })).toEqual({
    view: 'late',
    state: '',
    facility: 'f1',
    q: 'CLM-26-000001',
    since: '',
    after: '',
  });
  expect(readQueueFilter({ view: 'everything', state: 'APPROVED' })).toMatchObject({
    view: 'open',
    state: '',
  });
});
