import { expect, test } from 'vitest';
import { openTenant } from '../../actor/a-tenant.ts';
import { ask, post } from '../../directory/people.ts';
import { anEnrollee } from '../an-enrollee.ts';

const tenant = await openTenant();
const self = await anEnrollee(tenant, 'TST-INDV-00001-P');
const page = async (path: string) => {
  const response = await ask(path, { headers: { cookie: self.cookie } });
  return { status: response.status, html: await response.text() };
};

test('an enrollee who signs in arrives at their own portal and sees what is on', async () => {
  const signedIn = await post('/sign-in', { email: self.email, password: 'nobody knows this' });
  expect(signedIn.status).toBe(422);
  expect((await ask('/sign-in', { headers: { cookie: self.cookie } })).headers.get('location')).toBe('/me');
  const { status, html } = await page('/me');
  expect([status, html.includes('Ngozi'), html.includes('Full cover')]).toEqual([200, true, true]);
});

test('nothing of the insurer’s or a facility’s portal is there for them', async () => {
  const slug = `t${tenant.id.slice(-12)}`;
  for (const path of [`/${slug}`, `/${slug}/claims`, '/provider', '/provider/claims'])
    expect([path, (await page(path)).status]).toEqual([path, 404]);
});
