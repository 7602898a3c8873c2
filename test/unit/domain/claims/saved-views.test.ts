import { expect, test } from 'vitest';
import { putView, removeView, type SavedViews } from '../../../../schema/domain/claims/saved-views.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';

const none: SavedViews = { accountId: 'ada', views: [], defaultId: null };
const risky = { id: 'v1', name: 'Risky', query: 'risk=60' };
const late = { id: 'v2', name: 'Late', query: 'view=late' };

function saved(...steps: [view: typeof risky, isDefault: boolean][]): SavedViews {
  let of = none;
  for (const [view, isDefault] of steps) {
    const after = putView(of, view, isDefault);
    if (isRefusal(after)) throw new Error(after.message);
    of = after;
  }
  return of;
}

test('views stand in the order in which they were saved; one may be what the queue opens with', () => {
  expect(saved([risky, false], [late, true])).toEqual({ ...none, views: [risky, late], defaultId: 'v2' });
});

test('a view saved again keeps its place, and gives up being the default if it is told to', () => {
  const again = { ...risky, name: 'Very risky' };
  expect(saved([risky, true], [late, false], [again, false])).toEqual({
    ...none,
    views: [again, late],
    defaultId: null,
  });
  expect(saved([risky, true], [late, false]).defaultId).toBe('v1');
});

test('a name is used once, however it is written', () => {
  expect(putView(saved([risky, false]), { ...late, name: 'RISKY' }, false)).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'name' }],
  });
});

test('there are twelve at most', () => {
  const many = Array.from({ length: 12 }, (_, nth): [typeof risky, boolean] => [
    { ...risky, id: `v${nth}`, name: `View ${nth}` },
    false,
  ]);
  expect(putView(saved(...many), { ...risky, id: 'v99' }, false)).toMatchObject({ code: 'invalid' });
});

test('a removed view is gone, and the queue opens as before; another one stays what it opens with', () => {
  const both = saved([risky, true], [late, false]);
  expect(removeView(both, 'v1')).toEqual({ ...none, views: [late], defaultId: null });
  expect(removeView(both, 'v2')).toEqual({ ...none, views: [risky], defaultId: 'v1' });
  expect(removeView(both, 'v3')).toMatchObject({ code: 'not_found' });
});
