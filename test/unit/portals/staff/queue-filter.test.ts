import { expect, test } from 'vitest';
import { everyOpen } from '../../../../views/hmo/queue-filter.ts';
import { filterFor } from '../../../../worker/portals/staff/queue-filter.ts';

test('who may not see risk does not find it out by filtering', () => {
  const query = { view: 'open', risk: '60', flagged: '1', due: 'late' };
  expect(filterFor({ permissions: ['claim.view'] }, query)).toEqual({ ...everyOpen, due: 'late' });
  expect(filterFor({ permissions: ['claim.view', 'risk.view'] }, query)).toEqual({
    ...everyOpen,
    due: 'late',
    risk: '60',
    flagged: true,
  });
});
