import { expect, test } from 'vitest';
import { everyOpen } from '../../../views/hmo/queue-filter.ts';
import { readQueueFilter, saysNothing } from '../../../worker/portals/staff/queue-filter.ts';

test('a filter is what stands in the address; what means nothing is left out', () => {
  expect(readQueueFilter({ view: 'late', facility: 'f1', q: '  CLM-26-000001 ' })).toEqual({
    ...everyOpen,
    view: 'late',
    facility: 'f1',
    q: 'CLM-26-000001',
  });
  expect(readQueueFilter({ risk: '60', due: 'soon', held: '1', flagged: '1', client: 'PALM' })).toEqual({
    ...everyOpen,
    risk: '60',
    due: 'soon',
    held: true,
    flagged: true,
    client: 'PALM',
  });
  expect(readQueueFilter({ view: 'everything', state: 'APPROVED' })).toMatchObject({
    view: 'open',
    state: '',
  });
});

test('an address that says nothing of what is wanted opens with what the person chose', () => {
  expect(saysNothing({})).toBe(true);
  expect(saysNothing({ decided: 'CLM-26-000001' })).toBe(true);
  expect(saysNothing({ view: 'open' })).toBe(false);
});
