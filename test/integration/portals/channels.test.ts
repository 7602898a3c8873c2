import { env } from 'cloudflare:workers';
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { captureMail } from '../../../worker/notifications/captured-mail.ts';
import { openSecret, sealSecret } from '../../../worker/notifications/sealed-secret.ts';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { tenantSettings } from '../../../worker/queries/tenant-settings.ts';
import { command, done, openTenant } from '../actor/a-tenant.ts';
import { requestForm } from '../actor/authorization-inputs.ts';
import { ask, post } from '../directory/people.ts';
import { aHouse } from '../isolation/organisations.ts';
import { anEnrollee, enrolled } from './an-enrollee.ts';

const typed = {
  host: 'smtp.example.com',
  port: '465',
  security: 'tls',
  user: 'vetra',
  password: 'open sesame',
  from: 'care@example.com',
  url: 'https://sms.example/send',
  key: 'signs both ways',
};

test('channels are saved with their secrets sealed, which no page shows again', async () => {
  const { id, slug, cookie } = await aHouse('tenant', 'Channels');
  const address = `/${slug}/settings/channels`;
  expect((await post(address, typed, { cookie })).status).toBe(303);
  const stored = (await tenantSettings(tenantDatabase(env, id)))?.channels;
  expect(stored?.email).toMatchObject({ host: 'smtp.example.com', port: 465, user: 'vetra' });
  expect(JSON.stringify(stored)).not.toMatch(/sesame|both ways/);
  expect(openSecret(env, stored?.email?.secret ?? '')).toBe('open sesame');
  const html = await (await ask(address, { headers: { cookie } })).text();
  expect(html).toContain('smtp.example.com');
  expect(html).not.toMatch(/sesame|both ways/);
  const changed = { ...typed, password: '', from: 'help@example.com' };
  expect((await post(address, changed, { cookie })).status).toBe(303);
  const again = (await tenantSettings(tenantDatabase(env, id)))?.channels.email;
  expect([again?.from, openSecret(env, again?.secret ?? '')]).toEqual(['help@example.com', 'open sesame']);
});

test('a password goes to the server it was entered for: for another one it is asked for again', async () => {
  const { id, slug, cookie } = await aHouse('tenant', 'Elsewhere');
  const address = `/${slug}/settings/channels`;
  const stored = async () => (await tenantSettings(tenantDatabase(env, id)))?.channels.email;
  expect((await post(address, typed, { cookie })).status).toBe(303);
  const asItWas = await stored();
  for (const other of [
    { host: 'smtp.evil.example' },
    { port: '2525' },
    { security: 'none' },
    { user: 'somebody' },
  ]) {
    const response = await post(address, { ...typed, password: '', ...other }, { cookie });
    expect([other, response.status]).toEqual([other, 422]);
    expect(await response.text()).toContain('Enter the password again');
  }
  expect(await stored()).toEqual(asItWas);
  const anew = { ...typed, host: 'other.example.com', password: 'another' };
  expect((await post(address, anew, { cookie })).status).toBe(303);
  expect(openSecret(env, (await stored())?.secret ?? '')).toBe('another');
  const nobody = { ...typed, host: 'open.example.com', user: '', password: '' };
  expect((await post(address, nobody, { cookie })).status).toBe(303);
  expect(await stored()).toMatchObject({ host: 'open.example.com', user: null, secret: null });
});

test('what is wrong stands beside its field, and what was typed stays', async () => {
  const { slug, cookie } = await aHouse('tenant', 'Wrong');
  const wrong = { ...typed, port: 'none', url: 'http://sms.example', from: 'nobody' };
  const response = await post(`/${slug}/settings/channels`, wrong, { cookie });
  expect(response.status).toBe(422);
  const html = await response.text();
  for (const words of ['Enter a port.', 'begins with https://', 'Enter the address that mail comes from.'])
    expect(html).toContain(words);
  expect(html).toContain('value="http://sms.example"');
});

test('a secret that was sealed with another key is asked for again', () => {
  const sealed = sealSecret({ SESSION_KEY: btoa('k'.repeat(32)) }, 'so');
  expect(openSecret(env, sealed)).toBeNull();
  expect(openSecret(env, 'AAAA')).toBeNull();
});

test('a text message is answered with 1 or 2, if whoever hands it on has signed it', async () => {
  const tenant = await openTenant();
  const actor = env.TENANT.get(env.TENANT.idFromName(tenant.id));
  const sms = { url: typed.url, secret: sealSecret(env, typed.key) };
  done(await executeOn(actor, command(tenant.system, 'PutChannels', { email: null, sms })));
  const phone = '+2348031234567';
  const memberId = await enrolled(tenant, {
    clientCode: 'INDV',
    plan: 'FULL',
    phone,
    birthDate: '1985-01-01',
  });
  const self = await anEnrollee(tenant, memberId);
  const form = requestForm({ urgency: 'EMERGENCY', memberId, birthDate: '1985-01-01' });
  const { number } = done(await executeOn(actor, command(tenant.facility, 'RequestAuthorization', form)));
  const hook = `/hooks/sms/t${tenant.id.slice(-12)}`;
  const handOn = async (text: string, key = typed.key) => {
    const body = JSON.stringify({ id: `m-${text}`, from: phone, text });
    const signature = `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'X-Vetra-Signature': signature };
    return (await ask(hook, { method: 'POST', body, headers })).status;
  };
  const page = async () => (await ask(`/me/alerts/${number}`, { headers: { cookie: self.cookie } })).text();
  expect(await handOn('2', 'another key')).toBe(404);
  for (const text of ['what?', '', '12', '1st time I hear of it', '2nd floor', '１'])
    expect([text, await handOn(text)]).toEqual([text, 422]);
  expect(await page()).toContain('Waits for your answer');
  expect(await handOn('2. Not me!')).toBe(204);
  expect(await handOn('2. Not me!')).toBe(204);
  expect(await page()).toContain('Being looked into');
});

test('of two alerts an answer is to the last that waits; one that is handed on again answers nothing more', async () => {
  const tenant = await openTenant();
  const actor = env.TENANT.get(env.TENANT.idFromName(tenant.id));
  const sms = { url: typed.url, secret: sealSecret(env, typed.key) };
  done(await executeOn(actor, command(tenant.system, 'PutChannels', { email: null, sms })));
  const [phone, birthDate] = ['+2348031234599', '1985-01-01'];
  const memberId = await enrolled(tenant, { clientCode: 'INDV', plan: 'FULL', phone, birthDate });
  const self = await anEnrollee(tenant, memberId);
  const emergency = async () => {
    const form = requestForm({ urgency: 'EMERGENCY', memberId, birthDate });
    const { number } = done(await executeOn(actor, command(tenant.facility, 'RequestAuthorization', form)));
    return number;
  };
  const texts = async (text: string, id: string) => {
    const body = JSON.stringify({ id, from: phone, text });
    const signature = `sha256=${createHmac('sha256', typed.key).update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'X-Vetra-Signature': signature };
    const hook = `/hooks/sms/t${tenant.id.slice(-12)}`;
    return (await ask(hook, { method: 'POST', body, headers })).status;
  };
  const waits = async (number: string) =>
    (await (await ask(`/me/alerts/${number}`, { headers: { cookie: self.cookie } })).text()).includes(
      'Waits for your answer',
    );
  const [first, second] = [await emergency(), await emergency()];
  expect(await texts('1', 'm-1')).toBe(204);
  expect([await waits(first), await waits(second)]).toEqual([true, false]);
  // The same message again: the first one is the last that waits by now, and is not meant.
  expect(await texts('1', 'm-1')).toBe(204);
  expect(await waits(first)).toBe(true);
  expect(await texts('2', 'm-2')).toBe(204);
  expect(await waits(first)).toBe(false);
  const denied = await (await ask(`/me/alerts/${first}`, { headers: { cookie: self.cookie } })).text();
  expect(denied).toContain('Being looked into');
});

test('the mail of the demo is shown, and outside of the demo there is no such address', async () => {
  const mail = {
    id: 'm-1',
    to: 'n@x.example',
    from: 'c@x.example',
    subject: 'Is this visit yours?',
    text: 'Ikeja',
    at: 1,
  };
  expect(await captureMail(env, mail)).toEqual({ outcome: 'sent', fault: null });
  expect(await (await ask('/dev/mail')).text()).toContain('Ikeja');
  expect((await ask('/dev/mail', {}, { DEMO: '0' })).status).toBe(404);
});
