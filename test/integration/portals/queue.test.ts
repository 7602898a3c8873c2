import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { savedViews } from '../../../worker/queries/saved-views.ts';
import { tenantSettings } from '../../../worker/queries/tenant-settings.ts';
import { ask, post } from '../directory/people.ts';
import { aHouse } from '../isolation/organisations.ts';
import { makeWorld } from '../isolation/world.ts';

const { id, slug, cookie, principal } = await aHouse('tenant', 'Queue');
const queue = `/${slug}/claims`;
const views = `/${slug}/queue-views`;
const rules = `/${slug}/settings/queue`;
const db = () => tenantDatabase(env, id);
const saved = () => savedViews(db(), principal.id);
const shown = async (address: string) => (await ask(address, { headers: { cookie } })).text();

test('what is shown is saved under a name, stands among the tabs, and may be what the queue opens with', async () => {
  const query = 'view=open&risk=60&flagged=1';
  const answer = await post(views, { name: 'Flagged', query, isDefault: '1' }, { cookie });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${queue}?${query}`]);
  const [view] = (await saved()).views;
  expect(view).toMatchObject({ name: 'Flagged', query });
  // an address that says nothing opens with it; one that says something does not
  expect(await shown(queue)).toContain('Take off the filter Risk 60 or more');
  expect(await shown(`${queue}?view=open`)).not.toContain('Take off the filter');
  const again = await post(views, { name: 'flagged', query: 'view=late' }, { cookie });
  expect([again.status, (await again.text()).includes('You have a view called')]).toEqual([422, true]);
  await post(`${views}/${view?.id}`, { name: 'Red flags' }, { cookie });
  expect(await saved()).toMatchObject({ views: [{ name: 'Red flags', query }], defaultId: null });
  expect(await shown(views)).toContain('Red flags');
  expect((await post(`${views}/${view?.id}/removals`, {}, { cookie })).status).toBe(303);
  expect((await saved()).views).toEqual([]);
});

test('what was sent for a view is kept as a filter only', async () => {
  await post(views, { name: 'Odd', query: 'view=open&evil=1&after=x&risk=61&held=on' }, { cookie });
  expect((await saved()).views).toMatchObject([{ name: 'Odd', query: 'view=open&held=1' }]);
});

const rule = { 'rules.0.name': 'In-patients', 'rules.0.hours': '8', 'rules.0.encounterType': 'inpatient' };

test('rules are tried without being saved, then saved as typed', async () => {
  const before = await tenantSettings(db());
  const tried = await post(rules, { highValue: '750,000', ...rule, try: '1' }, { cookie });
  const html = await tried.text();
  expect([tried.status, html.includes('How the queue would look'), html.includes('In-patients')]).toEqual([
    200,
    true,
    true,
  ]);
  expect(await tenantSettings(db())).toEqual(before);
  const kept = await post(rules, { highValue: '750,000', ...rule }, { cookie });
  expect([kept.status, kept.headers.get('location')]).toEqual([303, `${rules}?saved=1`]);
  expect(await tenantSettings(db())).toMatchObject({
    highValue: 75_000_000,
    queueRules: [{ name: 'In-patients', hours: 8, encounterType: 'inpatient', facilityId: null }],
  });
});

test('what is wrong is said beside each field, and nothing typed is lost', async () => {
  const refused = await post(rules, { highValue: 'x', ...rule, 'rules.0.hours': 'soon' }, { cookie });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  for (const part of ['f-highValue-error', 'f-rules-0-hours-error', 'value="soon"'])
    expect([part, html.includes(part)]).toEqual([part, true]);
});

const { tenant, waiting } = await makeWorld();
const piece = { 'hx-request': 'true', 'hx-request-type': 'partial', 'hx-target': 'a' };
const fetched = async (path: string) =>
  (await ask(`/${tenant.slug}/claims${path}`, { headers: { cookie: tenant.cookie, ...piece } })).text();

test('why a claim stands where it stands is said where its row asks, and on a page of its own', async () => {
  expect(await fetched(`/${waiting}/standing`)).toMatch(/^<span>(Due|Not received yet)[^<]+<\/span>$/);
  const page = await (
    await ask(`/${tenant.slug}/claims/${waiting}/standing`, { headers: { cookie: tenant.cookie } })
  ).text();
  expect([page.includes('<!doctype html>'), page.includes('Its place in the queue')]).toEqual([true, true]);
});

test('the forms of the queue are answered one by one where they open, both as a page', async () => {
  const set = '?view=open&risk=60';
  const filters = await fetched(`/filters${set}`);
  expect([filters.startsWith('<form'), filters.includes('name="query"')]).toEqual([true, false]);
  const saves = await fetched(`/filters${set}&part=views`);
  expect([saves.includes('value="view=open&amp;risk=60"'), saves.includes('name="facility"')]).toEqual([
    true,
    false,
  ]);
  const page = await shown(`${queue}/filters${set}`);
  for (const part of ['<!doctype html>', 'name="facility"', 'name="query"'])
    expect([part, page.includes(part)]).toEqual([part, true]);
});
