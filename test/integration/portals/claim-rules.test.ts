import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { tenantSettings } from '../../../worker/queries/tenant-settings.ts';
import { ask, post } from '../directory/people.ts';
import { aHouse } from '../isolation/organisations.ts';

const { id, slug, cookie } = await aHouse('tenant', 'Rules');
const address = `/${slug}/settings/claims`;
const settings = () => tenantSettings(tenantDatabase(env, id));
const typed = {
  filingWindowDays: '60',
  name: 'Small visits',
  amountMax: '12,500.50',
  riskMax: '10',
  sampleOneIn: '25',
};

test('a tenant begins with straight-through off', async () => {
  expect((await settings())?.straightThrough.on).toBe(false);
  const page = await ask(address, { headers: { cookie } });
  expect([page.status, (await page.text()).includes('Claim rules')]).toEqual([200, true]);
});

test('the rules are saved as typed; a box that is not ticked is off', async () => {
  const saved = await post(address, { ...typed, on: '1' }, { cookie });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${address}?saved=1`]);
  expect(await settings()).toMatchObject({
    filingWindowDays: 60,
    receivesAutomatically: false,
    straightThrough: { on: true, name: 'Small visits', amountMax: 1_250_050, riskMax: 10, sampleOneIn: 25 },
  });
  await post(address, { ...typed, receivesAutomatically: '1' }, { cookie });
  expect(await settings()).toMatchObject({ receivesAutomatically: true, straightThrough: { on: false } });
});

test('what is wrong is said beside each field, nothing is saved and nothing typed is lost', async () => {
  const before = await settings();
  const refused = await post(address, { ...typed, riskMax: '900', amountMax: 'lots' }, { cookie });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  for (const part of ['f-riskMax-error', 'f-amountMax-error', 'value="900"', 'value="lots"'])
    expect([part, html.includes(part)]).toEqual([part, true]);
  expect(await settings()).toEqual(before);
});
