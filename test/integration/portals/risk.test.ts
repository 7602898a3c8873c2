import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { tenantSettings } from '../../../worker/queries/tenant-settings.ts';
import { ask, post } from '../directory/people.ts';
import { aKey } from '../isolation/organisations.ts';
import { makeWorld } from '../isolation/world.ts';

const { tenant, facility, queried, waiting, investigation } = await makeWorld();
const { cookie } = tenant;
const root = `/${tenant.slug}`;
const page = async (path: string, as = cookie) => (await ask(path, { headers: { cookie: as } })).text();
const send = (path: string, fields: Record<string, string>) => post(`${root}/${path}`, fields, { cookie });
const disposal = `claims/${waiting}/risk/1/disposals`;

test('what was raised is listed, by state, rule and facility, and leads to its claim', async () => {
  const html = await page(`${root}/risk`);
  expect(html).toContain(`${root}/claims/${waiting}#risk-1`);
  expect(html).toContain('Duplicate');
  expect(await page(`${root}/risk?rule=upcoding`)).toContain('Nothing stands here');
  expect(await page(`${root}/risk?rule=duplicate&facility=${facility.id}`)).toContain(waiting);
  expect(await page(`${root}/risk?state=DISMISSED`)).not.toContain(`${waiting}#risk-1`);
});

test('on its claim an event has its evidence and the other claim; without a reason nothing is said of it', async () => {
  const html = await page(`${root}/claims/${waiting}`);
  for (const part of ['id="risk-1"', 'Risk 60', `href="${root}/claims/${queried}"`])
    expect([part, html.includes(part)]).toEqual([part, true]);
  const refused = await send(disposal, { verdict: 'DISMISSED', reason: ' ' });
  const said = await refused.text();
  expect(refused.status).toBe(422);
  expect(said).toContain('id="f-reason-1-error"');
  expect(said).toContain('<details open');
});

test('an event is disposed of where it stands, once, and counts in its rule', async () => {
  const sent = await send(disposal, { verdict: 'DISMISSED', reason: 'They came back at night.' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${root}/claims/${waiting}`]);
  const html = await page(`${root}/claims/${waiting}`);
  for (const part of ['They came back at night.', 'Risk 0'])
    expect([part, html.includes(part)]).toEqual([part, true]);
  expect((await send(disposal, { verdict: 'CONFIRMED', reason: 'No.' })).status).toBe(409);
  expect(
    (await send(`claims/${waiting}/risk/9/disposals`, { verdict: 'CONFIRMED', reason: 'No.' })).status,
  ).toBe(404);
  expect(await page(`${root}/risk/rules`)).toMatch(/Precision <b>0%<\/b>/);
});

test('the rules are saved as typed, and what is wrong with one is said beside its field', async () => {
  const settings = async () => (await tenantSettings(tenantDatabase(env, tenant.id)))?.risk;
  const before = await settings();
  if (!before) throw new Error('there are no settings');
  const typed: Record<string, string> = {};
  for (const [rule, setting] of Object.entries(before))
    for (const [name, value] of Object.entries(setting))
      if (typeof value === 'number' || value === true) typed[`${rule}.${name}`] = String(value);
  const refused = await send('risk/rules', { ...typed, 'upcoding.z': 'much', 'frequency.weight': '7' });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  for (const part of ['f-upcoding-z-error', 'f-frequency-weight-error', 'value="much"'])
    expect([part, html.includes(part)]).toEqual([part, true]);
  expect(await settings()).toEqual(before);
  const { 'rapid_fire.on': _, ...without } = typed;
  const saved = await send('risk/rules', { ...without, 'near_duplicate.days': '5' });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${root}/risk/rules?saved=1`]);
  expect(await settings()).toMatchObject({ near_duplicate: { days: 5 }, rapid_fire: { on: false } });
});

test('an investigation is opened of chosen events, or of claims by number, and never of nothing', async () => {
  const nothing = await send('investigations', { title: 'Empty', claims: '' });
  expect([nothing.status, (await nothing.text()).includes('f-claims-error')]).toEqual([422, true]);
  const unknown = await send('investigations', { title: 'T', claims: 'CLM-26-999999' });
  expect([unknown.status, (await unknown.text()).includes('There is no claim CLM-26-999999')]).toEqual([
    422,
    true,
  ]);
  const untitled = await send('investigations', { title: '', event: `${waiting} 1` });
  const html = await untitled.text();
  expect([untitled.status, html.includes('f-title-error')]).toEqual([422, true]);
  expect(html).toContain(`name="event" value="${waiting} 1"`);
  const opened = await send('investigations', { title: 'Twice in a day', event: `${waiting} 1` });
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `${root}/investigations/INV-000002`]);
  const shown = await page(`${root}/investigations/INV-000002`);
  for (const part of ['Twice in a day', waiting, 'Duplicate'])
    expect([part, shown.includes(part)]).toEqual([part, true]);
  expect(await page(`${root}/investigations`)).toContain('Twice in a day');
  expect((await ask(`${root}/investigations/INV-000099`, { headers: { cookie } })).status).toBe(404);
});

test('it holds a facility, says so on the claim, and ends', async () => {
  const at = `investigations/${investigation}`;
  const nobody = await send(`${at}/holds`, { on: 'facility', facility: '' });
  expect([nobody.status, (await nobody.text()).includes('f-facility-error')]).toEqual([422, true]);
  const nameless = await send(`${at}/holds`, { on: 'practitioner', licence: ' - ' });
  expect([nameless.status, (await nameless.text()).includes('f-licence-error')]).toEqual([422, true]);
  expect((await send(`${at}/holds`, { on: 'facility', facility: facility.id })).status).toBe(303);
  await expect
    .poll(() => page(`${root}/claims/${waiting}`), { timeout: 10_000 })
    .toContain('it cannot be approved until that is lifted');
  expect((await send(`${at}/claims`, { claims: queried.toLowerCase() })).status).toBe(303);
  expect((await send(`${at}/notes`, { text: '' })).status).toBe(422);
  expect((await send(`${at}/notes`, { text: 'We asked the clinic.' })).status).toBe(303);
  const early = await send(`${at}/closings`, { version: '1', verdict: 'CLEARED', reason: 'Well.' });
  expect(early.status).toBe(409);
  const version = /name="version" value="(\d+)"/.exec(await page(`${root}/${at}`))?.[1] ?? '';
  expect((await send(`${at}/closings`, { version, verdict: '', reason: '' })).status).toBe(422);
  const closed = await send(`${at}/closings`, { version, verdict: 'CLEARED', reason: 'All was well.' });
  expect(closed.status).toBe(303);
  const shown = await page(`${root}/${at}`);
  for (const part of ['All was well.', 'We asked the clinic.', 'lifted'])
    expect([part, shown.includes(part)]).toEqual([part, true]);
  expect((await send(`${at}/holds/lifts`, { on: 'facility', of: facility.id })).status).toBe(409);
});

test('the facility sees nothing of all this: not on its pages, not through its key, not in its events', async () => {
  const own = `/provider/claims/${tenant.id}/${waiting}`;
  const key = { headers: { 'x-api-key': facility.key } };
  const api = async (path: string) => (await ask(path, key)).text();
  const seen = [
    await page(own, facility.cookie),
    await page('/provider/claims', facility.cookie),
    await page('/provider/notices', facility.cookie),
    await api(`/v1/claims/${waiting}?tenant=${tenant.slug}`),
    await api(`/v1/claims?tenant=${tenant.slug}`),
    await api(`/v1/events?tenant=${tenant.slug}`),
  ];
  expect(seen[3]).toContain(waiting);
  expect(seen[5]).toContain('ClaimSubmitted');
  for (const text of seen)
    expect(text).not.toMatch(/risk|duplicate|investigat|INV-0|on hold|suspicious|heldAt|"flags"/i);
});

test("the tenant's key is told of risk and investigations with the scopes for them only", async () => {
  const events = async (scopes: Parameters<typeof aKey>[1]) => {
    const { key } = await aKey(tenant, scopes);
    return (await ask('/v1/events', { headers: { 'x-api-key': key } })).text();
  };
  const all = await events(['claim.view', 'risk.view', 'investigation.view']);
  for (const kind of ['RiskEventDisposed', 'InvestigationOpened', 'HoldPlaced', 'InvestigationClosed'])
    expect([kind, all.includes(kind)]).toEqual([kind, true]);
  expect(await events(['claim.view'])).not.toMatch(/RiskEvent|Investigation|Hold/);
});
