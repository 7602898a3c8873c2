import { expect, test } from 'vitest';
import { openTenantForm } from '../../../schema/forms/organisation.ts';
import { app } from '../../../worker/app.ts';

const named = (slug: string) =>
  openTenantForm.safeParse({ slug, name: 'Meridian Health', prefix: 'MER' }).success;

test('no tenant can take a name that begins an address of the product', () => {
  const firstParts = new Set(app.routes.map(({ path }) => path.split('/')[1] ?? ''));
  const own = [...firstParts].filter((part) => /^[a-z]/.test(part));
  expect(own.length).toBeGreaterThan(5);
  for (const part of [...own, 'me', 'company', 'platform'])
    expect([part, named(part)]).toEqual([part, false]);
  expect(named('meridian')).toBe(true);
});
