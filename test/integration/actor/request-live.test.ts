import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openStore } from '../../../durable-objects/actor/store.ts';
import { topicsOf } from '../../../durable-objects/actor/topics.ts';
import { missedEvents } from '../../../durable-objects/facility/events.ts';
import { FacilityMemory } from '../../../durable-objects/facility/memory.ts';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { anOpenFacility } from './a-facility.ts';
import { command, done, openTenant, type Tenant, tenantPeople } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';
import { listen } from './listening.ts';

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));

async function asked({ id, facility }: Tenant): Promise<{ number: string; seq: number }> {
  const answer = await executeOn(actorOf(id), command(facility, 'RequestAuthorization', requestForm()));
  return { number: done(answer).number, seq: answer.refused ? 0 : answer.seq };
}

const query = ({ id, staff }: Tenant, number: string) =>
  executeOn(actorOf(id), command(staff, 'QueryAuthorization', { number, version: 1, question: 'Why?' }));

test('those who look at requests see one arrive and be asked about, with its clock, in frames of 400 bytes at most', async () => {
  const people = await openTenant();
  const socket = await listen(actorOf(people.id), people.staff, { see: 'authorizations' });
  const { number, seq } = await asked(people);
  done(await query(people, number));
  const frames = await socket.until((all) => all.filter((frame) => frame.seq === seq + 1).length >= 3);
  const arrived = frames.filter((frame) => frame.seq === seq).map(({ html }) => html);
  expect(arrived.join('')).toContain(`data-came="${number}"`);
  const moved = frames.filter((frame) => frame.seq === seq + 1).map(({ html }) => html);
  expect(moved.join('')).toMatch(/Queried.*stands/s);
  for (const { text } of frames) expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(400);
  expect(frames.map(({ html }) => html).join('')).not.toMatch(/Ngozi|INDV-00001/);
  socket.close();
});

test('everybody’s navigation counts the requests that wait', async () => {
  const people = await openTenant();
  const socket = await listen(actorOf(people.id), people.staff, { see: 'claim:CLM-26-999999' });
  await asked(people);
  const frames = await socket.until((all) =>
    all.some(({ html }) => html.includes('nav-count-authorizations')),
  );
  expect(frames.map(({ html }) => html).join('')).toMatch(/nav-count-authorizations"[^>]*>1</);
  socket.close();
});

test('whoever comes back after the actor was gone hears what became of a request meanwhile', async () => {
  const people = await openTenant();
  const { number, seq } = await asked(people);
  done(await query(people, number));
  await evictDurableObject(actorOf(people.id));
  const see = `authorization:${number}`;
  const socket = await listen(actorOf(people.id), people.staff, { see, since: seq });
  const frames = await socket.until((all) => all.some(({ html }) => html.includes('authorization-state')));
  expect(frames.map(({ html }) => html).join('')).toContain('Queried');
  expect((await actorOf(people.id).counts()).requests).toBe(1);
  socket.close();
});

test('a facility’s actor that comes back tells again what became of a request meanwhile, under its own name for it', async () => {
  const people = tenantPeople();
  const { facilityId, clerk } = await anOpenFacility(people);
  await openTenant(people, actorOf(people.id), { portal: true });
  const facility = env.FACILITY.get(env.FACILITY.idFromName(facilityId));
  const asking = command(clerk, 'RequestAuthorization', requestForm());
  const filed = done(await facility.forward(people.id, asking));
  const number = 'number' in filed ? filed.number : '';
  const { seq, requests } = await facility.counts();
  expect(requests).toBe(1);
  done(await query(people, number));
  await expect.poll(async () => (await facility.counts()).seq).toBeGreaterThan(seq);
  const store = openStore(connect(env, `facility-${facilityId}`));
  const head = (await facility.counts()).seq;
  const [event, ...others] = (await missedEvents(store, new FacilityMemory(), seq, head)) ?? [];
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    kind: 'facility-authorization-moved',
    tenantId: people.id,
    news: 'authorization-queried',
    request: { number, state: 'QUERIED' },
    zone: 'Africa/Lagos',
  });
  expect(event && topicsOf(event)).toContain(`authorization:${people.id}-${number}`);
});
