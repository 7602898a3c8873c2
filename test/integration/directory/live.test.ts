import { expect, test } from 'vitest';
import { openFacilityForm } from '../../../schema/forms/organisation.ts';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import { command } from '../isolation/machine.ts';
import { aHouse, type House } from '../isolation/organisations.ts';
import { ask, origin, post } from './people.ts';

/** A socket's messages, one after the other, and how it was closed. */
async function listen(house: House, query: string) {
  const headers = { cookie: house.cookie, origin, upgrade: 'websocket' };
  const { webSocket } = await ask(`/live?${query}`, { headers });
  if (!webSocket) throw new Error('no socket was opened');
  const heard: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  const closed = new Promise<number>((resolve) =>
    webSocket.addEventListener('close', ({ code }) => resolve(code)),
  );
  webSocket.addEventListener('message', ({ data }) => {
    const next = waiting.shift();
    if (next) next(String(data));
    else heard.push(String(data));
  });
  webSocket.accept();
  const next = () => {
    const text = heard.shift();
    return text === undefined
      ? new Promise<string>((resolve) => waiting.push(resolve))
      : Promise.resolve(text);
  };
  return { next, closed, close: () => webSocket.close() };
}

const claimOf = (nth: number): { type: 'SubmitClaim'; input: SubmitClaim } => ({
  type: 'SubmitClaim',
  input: {
    facilityExternalId: 'clinic-1',
    enrolleeExternalId: 'person-1',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: '2026-11-02T09:00:00+01:00',
    practitionerName: 'Bola Doctor',
    diagnoses: [{ code: 'B50.9', system: 'ICD-10' }],
    lines: [{ service: 'visit', quantity: nth, unitPrice: 100 }],
    currency: 'NGN',
    total: nth * 100,
    accident: false,
  },
});

/** A tenant that takes claims. */
async function openTenant(word: string): Promise<House> {
  const [tenant, facility] = [await aHouse('tenant', word), await aHouse('facility', word)];
  const profile = openFacilityForm.parse({ name: `${word} Clinic`, kind: 'clinic' });
  const link = { tenantId: tenant.id, slug: tenant.slug, name: word, currency: 'NGN', zone: 'Africa/Lagos' };
  await command(facility, [{ type: 'LinkTenant', input: link }]);
  const person = {
    firstName: 'Ada',
    lastName: 'Eze',
    birthDate: '1990-05-17',
    sex: 'female',
    coverFrom: '2026-01-01',
  } as const;
  await command(tenant, [
    { type: 'LinkFacility', input: { facilityId: facility.id, externalId: 'clinic-1', profile } },
    { type: 'PutClient', input: { code: 'OWNC', name: 'Own' } },
    {
      type: 'PutService',
      input: { externalId: 'visit', name: 'Visit', group: 'consultation', unit: 'each', active: true },
    },
    {
      type: 'PutEnrollee',
      input: { externalId: 'person-1', clientCode: 'OWNC', relation: 'principal', ...person },
    },
  ]);
  return tenant;
}

const submit = async (tenant: House, nth: number) => {
  const principal = { ...tenant.principal, via: 'system' as const };
  const [outcome] = await command(tenant, [claimOf(nth)], principal);
  return String(outcome?.number);
};

test('what changes in a tenant is heard by its own open pages at once, and by no other tenant', async () => {
  const [own, other] = [await openTenant('Ọláyínká'), await openTenant('Other')];
  const socket = await listen(own, 'see=queue');
  await submit(other, 1);
  const number = await submit(own, 2);
  const frame = await socket.next();
  expect(frame).toMatch(/^\d+ <hx-partial hx-target="#r-CLM-/);
  expect(frame).toContain(number);
  expect(frame).toContain('Received');
  socket.close();
});

test('who comes back with the last number they saw is told what they missed', async () => {
  const tenant = await openTenant('Again');
  const first = await listen(tenant, 'see=queue');
  const number = await submit(tenant, 1);
  const [seq] = (await first.next()).split(' ');
  first.close();
  await command(tenant, [{ type: 'TakeClaim', input: { number } }], tenant.principal);
  const again = await listen(tenant, `see=claim:${number}&since=${seq}`);
  const frame = await again.next();
  expect(frame).toContain('id="claim-state"');
  expect(frame).toContain('In review');
  again.close();
});

test('networks that break sockets get the same frames as a stream of events', async () => {
  const tenant = await openTenant('Stream');
  const response = await ask('/live/events?see=queue', {
    headers: { cookie: tenant.cookie, accept: 'text/event-stream' },
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const number = await submit(tenant, 1);
  let heard = '';
  while (!heard.includes(number)) heard += (await reader?.read())?.value ?? '';
  expect(heard).toMatch(/id: \d+\ndata: \d+ <hx-partial/);
  await reader?.cancel();
});

test('signing out ends what the session listens with, at once', async () => {
  const tenant = await openTenant('Ended');
  const socket = await listen(tenant, 'see=queue');
  await post('/sign-out', {}, { cookie: tenant.cookie });
  expect(await socket.next()).toBe('0 !end');
  expect(await socket.closed).toBe(4401);
});

test('a change of role ends what the person listens with, at once, and counts from then on', async () => {
  const tenant = await openTenant('Suspended');
  const socket = await listen(tenant, 'see=queue');
  const { id, name } = tenant.principal;
  const input = {
    accountId: id,
    name,
    email: `${id}@people.example`,
    roleKey: 'read-only',
    state: 'ACTIVE',
  } as const;
  await command(tenant, [{ type: 'PutStaff', input }]);
  expect(await socket.next()).toBe('0 !end');
  const { slug, cookie } = tenant;
  expect((await ask(`/${slug}/settings/api-keys`, { headers: { cookie } })).status).toBe(403);
  await command(tenant, [{ type: 'PutStaff', input: { ...input, state: 'SUSPENDED' } }]);
  expect((await ask(`/${slug}/claims`, { headers: { cookie } })).headers.get('location')).toBe(
    '/organisations',
  );
});
