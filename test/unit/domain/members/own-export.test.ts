import { expect, test } from 'vitest';
import { exported_ms, standingExport } from '../../../../schema/domain/members/own-export.ts';

const asked = { id: 'e1', at: 1_000, until: 1_000 + exported_ms };
const progress = { id: 'e1', isReady: false, isHeldUp: false, done: 3, total: 9 };

test('nothing stands where nothing was asked for, or it is past its days', () => {
  expect(standingExport(null, progress, 1_000)).toBeNull();
  expect(standingExport(asked, { ...progress, isReady: true }, asked.until)).toBeNull();
});

test('it stands as whoever puts it together says', () => {
  expect(standingExport(asked, progress, 2_000)).toEqual({ ...asked, ...progress });
  expect(standingExport(asked, { ...progress, isReady: true }, asked.until - 1)?.isReady).toBe(true);
});

test('one of which nobody has heard is about to begin, and after a while is none', () => {
  for (const heard of [null, { ...progress, id: 'earlier', isReady: true }])
    expect(standingExport(asked, heard, 2_000)).toMatchObject({ id: 'e1', isReady: false, total: 0 });
  expect(standingExport(asked, null, 1_000 + 600_000)).toBeNull();
});
