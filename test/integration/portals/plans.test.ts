import { beforeAll, expect, test } from 'vitest';
import { ask, post } from '../directory/people.ts';
import { aHouse, type House } from '../isolation/organisations.ts';

let house: House;
const plan = (rest = '') => `/${house.slug}/plans/GOLD${rest}`;

beforeAll(async () => {
  house = await aHouse('tenant', 'Editor');
});

const send = (path: string, fields: Record<string, string>) => post(path, fields, { cookie: house.cookie });
const read = async (path: string) => (await ask(path, { headers: { cookie: house.cookie } })).text();
const benefit = (revision: number, change: Record<string, string> = {}) => ({
  revision: String(revision),
  code: 'OPD',
  name: 'Out-patient',
  category: 'outpatient',
  groups: 'consultation',
  ...change,
});
const bad = (html: string) => [...html.matchAll(/id="(f-[a-z0-9-]+)-error"/gi)].map(([, id]) => id);

test('the editor refuses beside the field, goes on where it was left, and publishes once', async () => {
  const plans = `/${house.slug}/plans`;
  const refused = await send(plans, { code: 'g d', name: '', scheme: 'magic', start: 'copy' });
  expect(refused.status).toBe(422);
  expect(bad(await refused.text())).toEqual(['f-name', 'f-code', 'f-scheme']);
  const made = await send(plans, { code: 'gold', name: 'Gold', scheme: 'private', start: 'empty' });
  expect([made.status, made.headers.get('location')]).toEqual([303, plan('/draft')]);
  expect((await send(plans, { code: 'GOLD', name: 'G', scheme: 'private', start: 'empty' })).status).toBe(
    422,
  );

  const form = plan('/draft/benefits/new');
  const wrong = await send(form, benefit(1, { 'limits.visit': 'lots', name: '' }));
  expect([wrong.status, bad(await wrong.text())]).toEqual([422, ['f-name', 'f-limits-visit']]);
  const added = await send(form, benefit(1, { onward: 'another' }));
  expect([added.status, added.headers.get('location')]).toEqual([303, `${form}?added=OPD`]);
  expect(await read(`${form}?added=OPD`)).toContain('“Out-patient” is in the draft.');

  // What it would share with another benefit is said at the one that is being saved.
  const clash = await send(form, benefit(2));
  expect([clash.status, bad(await clash.text())]).toEqual([422, ['f-code', 'f-groups']]);
  const renamed = await send(plan('/draft/benefits/OPD'), benefit(2, { code: 'OUT' }));
  expect(renamed.status).toBe(303);
  expect((await ask(plan('/draft/benefits/OPD'), { headers: { cookie: house.cookie } })).status).toBe(404);

  const stale = await send(plan('/draft/benefits/OUT'), benefit(2, { name: 'Kept' }));
  const page = await stale.text();
  expect([stale.status, page.includes('value="Kept"'), page.includes('Somebody else was faster')]).toEqual([
    409,
    true,
    true,
  ]);
  for (const [rest, fields] of [
    ['/draft/order', { benefit: 'OUT', to: 'up' }],
    ['/draft/overall', { onMove: 'fresh' }],
    ['/draft/exclusions', {}],
    ['/draft/benefits/OUT/removals', {}],
    ['/draft/discard', {}],
    ['/publications', { from: '2026-01-01' }],
  ] as const)
    expect([rest, (await send(plan(rest), { revision: '1', ...fields })).status]).toEqual([rest, 409]);

  const none = await send(plan('/publications'), { revision: '3', from: 'soon' });
  expect([none.status, bad(await none.text())]).toEqual([422, ['f-from']]);
  const command = { command_id: `publish-${house.id}`, revision: '3', from: '2026-01-01' };
  for (const _ of [1, 2]) expect((await send(plan('/publications'), command)).status).toBe(303);
  expect(await read(plan())).toContain('Version 1, from');
  expect((await ask(plan('/draft'), { headers: { cookie: house.cookie } })).status).toBe(404);
});

test('services are looked up without script, and refused beside their fields', async () => {
  const services = `/${house.slug}/services`;
  const scan = { code: 'SCAN', name: 'Ultrasound scan', group: 'imaging', unit: 'each', active: '1' };
  expect((await send(services, scan)).status).toBe(303);
  const again = await send(services, scan);
  expect([again.status, bad(await again.text())]).toEqual([422, ['f-code']]);
  const pack = { ...scan, code: 'PACK', unit: 'package', 'parts.0': '', 'parts.1': 'ultra' };
  const found = await (await send(services, { ...pack, search: 'parts.1' })).text();
  expect(found).toContain('value="parts.1=SCAN"');
  const wrong = await send(services, { ...pack, price: 'x', 'parts.1': 'NONE' });
  expect([wrong.status, bad(await wrong.text())]).toEqual([422, ['f-price']]);
  const missing = await send(services, { ...pack, 'parts.1': 'NONE' });
  expect([missing.status, bad(await missing.text())]).toEqual([422, ['f-parts-0']]);
  expect((await send(services, { ...pack, 'parts.1': 'SCAN' })).status).toBe(303);
  const out = await send(`${services}/edit/PACK`, { ...pack, active: '', 'parts.1': 'SCAN' });
  expect(out.status).toBe(303);
  expect(await read(services)).not.toContain('PACK');
  expect(await read(`${services}?use=out`)).toContain('PACK');
  expect(await read(`${services}?use=all&group=imaging&q=ultra`)).toContain('PACK');
});

test('groups are added and renamed', async () => {
  const groups = `/${house.slug}/services/groups`;
  expect((await send(groups, { code: 'B B', name: '' })).status).toBe(422);
  expect((await send(groups, { code: 'physio', name: 'Physio' })).status).toBe(303);
  expect((await send(groups, { code: 'physio', name: 'Physiotherapy' })).status).toBe(303);
  expect(await read(groups)).toContain('value="Physiotherapy"');
});
