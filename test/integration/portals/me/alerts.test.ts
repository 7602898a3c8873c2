import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { signAlertToken } from '../../../../worker/alerts/token.ts';
import { freshId } from '../../../../worker/command.ts';
import { command, done, openTenant } from '../../actor/a-tenant.ts';
import { requestForm } from '../../actor/authorization-inputs.ts';
import { ask, origin, post } from '../../directory/people.ts';
import { anEnrollee, enrolled } from '../an-enrollee.ts';

const tenant = await openTenant();
const actor = env.TENANT.get(env.TENANT.idFromName(tenant.id));
const self = await anEnrollee(tenant, 'TST-INDV-00001-P');
const stranger = await anEnrollee(tenant, await enrolled(tenant, { clientCode: 'INDV', plan: 'FULL' }));

const asked = async () =>
  done(
    await executeOn(
      actor,
      command(tenant.facility, 'RequestAuthorization', requestForm({ urgency: 'EMERGENCY' })),
    ),
  ).number;

const page = async (path: string, cookie = self.cookie, method = 'GET') => {
  const response = await ask(path, { method, headers: { cookie } });
  return { status: response.status, html: await response.text() };
};

const linkOf = async (number: string, now = Date.now(), id = freshId()) =>
  `/alerts/${await signAlertToken(env, { id, tenantId: tenant.id, number, through: 'email' }, now)}`;

const clinical = /B50|[Mm]alaria|Consultation|LAB-MP|Dr Bello/;

test('every page of theirs shows the question as a dialog, which works without script', async () => {
  const number = await asked();
  const { html } = await page('/me');
  expect(html).toContain(`id="alert-${number}"`);
  expect(html).toContain('role="alertdialog"');
  expect(html).toContain('Sunrise Clinic');
  expect(html).not.toMatch(clinical);
  expect(html).toMatch(/data-see="me alerts[^"]*" data-seq="\d+"/);
  const dialog = await page(`/me/alerts/${number}/dialog`);
  expect(dialog.html).toContain('Not me');
  const sent = await post(`/me/alerts/${number}/answers`, { answer: 'NOT_ME' }, { cookie: self.cookie });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/me/alerts/${number}`]);
  const receipt = await page(`/me/alerts/${number}`);
  expect(receipt.html).toContain('has received it');
  expect(receipt.html).toContain('Being looked into');
  expect(receipt.html).not.toMatch(/INV-|risk|hold/i);
  expect((await page('/me')).html).not.toContain(`id="alert-${number}"`);
  expect((await page(`/me/alerts/${number}/dialog`)).html).toBe('');
  expect((await page('/me/alerts')).html).toContain('Being looked into');
  done(
    await executeOn(
      actor,
      command(tenant.system, 'CloseInvestigation', {
        investigation: 'INV-000001',
        version: 2,
        verdict: 'CONFIRMED',
        reason: 'Nobody was there.',
      }),
    ),
  );
  const closed = await page(`/me/alerts/${number}`);
  expect(closed.html).toContain('it was not your visit');
  expect(closed.html).not.toContain('Nobody was there');
});

test("another person's alert is not there, to read or to answer", async () => {
  const number = await asked();
  for (const path of [`/me/alerts/${number}`, `/me/alerts/${number}/dialog`])
    expect((await page(path, stranger.cookie)).status).toBe(404);
  const sent = await post(`/me/alerts/${number}/answers`, { answer: 'NOT_ME' }, { cookie: stranger.cookie });
  expect(sent.status).toBe(404);
  expect((await page('/me', stranger.cookie)).html).not.toContain(number);
  expect((await page(`/me/alerts/${number}`)).html).toContain('Waits for your answer');
});

test('a link shows the question without signing in, and opening it changes nothing, however often', async () => {
  const number = await asked();
  const link = await linkOf(number);
  for (const method of ['GET', 'HEAD', 'GET']) expect((await page(link, '', method)).status).toBe(200);
  const { html } = await page(link, '');
  expect(html).toContain('Not me');
  expect(html).not.toMatch(clinical);
  expect((await page(`/me/alerts/${number}`)).html).toContain('Waits for your answer');
});

test('what fetches or forges a link answers nothing: prefetches, scanners, other sites', async () => {
  const number = await asked();
  const link = await linkOf(number);
  for (const headers of [
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { 'user-agent': 'Mozilla/5.0 (compatible; MailScanner)', range: 'bytes=0-100' },
  ])
    expect((await ask(link, { headers })).status).toBe(200);
  for (const query of ['?answer=NOT_ME', '?answer=YES'])
    expect((await ask(`${link}${query}`)).status).toBe(200);
  for (const from of ['https://evil.example', 'null'])
    expect((await post(link, { answer: 'NOT_ME' }, { origin: from })).status).toBe(403);
  const own = { cookie: self.cookie, origin: 'https://evil.example' };
  expect((await post(`/me/alerts/${number}/answers`, { answer: 'NOT_ME' }, own)).status).toBe(403);
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    expect([403, 404, 405]).toContain((await ask(link, { method, headers: { origin } })).status);
  expect((await page(`/me/alerts/${number}`)).html).toContain('Waits for your answer');
  // What is in the address leaves with no click from here to elsewhere, and stays in no cache.
  const { headers } = await ask(link);
  expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['same-origin', 'no-store']);
});

test('a token of another tenant, of nothing, or signed for something else is no link', async () => {
  const number = await asked();
  const other = await openTenant();
  const said = { id: freshId(), number, through: 'email' } as const;
  const keys = { SESSION_KEY: btoa('another key, of thirty-two bytes') };
  const tokens = [
    await signAlertToken(env, { ...said, tenantId: other.id }, Date.now()),
    await signAlertToken(env, { ...said, tenantId: tenant.id, number: 'PA-26-999999' }, Date.now()),
    await signAlertToken(keys, { ...said, tenantId: tenant.id }, Date.now()),
    self.cookie.slice(self.cookie.indexOf('=') + 1),
    'x',
  ];
  for (const token of tokens) {
    expect([token, (await page(`/alerts/${token}`, '')).status]).toEqual([token, 404]);
    expect([token, (await post(`/alerts/${token}`, { answer: 'NOT_ME' })).status]).toEqual([token, 404]);
  }
  expect((await page(`/me/alerts/${number}`)).html).toContain('Waits for your answer');
});

test('a link answers once: what it has answered it does not change', async () => {
  const number = await asked();
  const link = await linkOf(number);
  expect((await post(link, { answer: 'YES' })).status).toBe(303);
  expect((await post(link, { answer: 'YES' })).status).toBe(303);
  const again = await post(link, { answer: 'NOT_ME' });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('has answered already');
  expect((await post(await linkOf(number), { answer: 'NOT_ME' })).status).toBe(303);
  expect((await page(link, '')).html).toContain('people look into it');
});

test('a link that is over, or was never made here, answers nothing', async () => {
  const number = await asked();
  const over = await linkOf(number, Date.now() - 8 * 86_400_000);
  expect((await page(over, '')).status).toBe(410);
  expect((await post(over, { answer: 'NOT_ME' })).status).toBe(410);
  const good = await linkOf(number);
  expect((await page(`${good.slice(0, -3)}abc`, '')).status).toBe(404);
  expect((await post(`${good.slice(0, -3)}abc`, { answer: 'NOT_ME' })).status).toBe(404);
  expect((await post(good, { answer: 'PERHAPS' })).status).toBe(422);
  expect((await page(`/me/alerts/${number}`)).html).toContain('Waits for your answer');
});
