import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { command, done, openTenant, type Tenant } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';
import { listen, listenByEvents } from './listening.ts';

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));

async function file({ id, facility }: Tenant): Promise<{ number: string; seq: number }> {
  const answer = await executeOn(actorOf(id), command(facility, 'SubmitClaim', claimForm()));
  return { number: done(answer).number, seq: answer.refused ? 0 : answer.seq };
}

const take = async ({ id, staff }: Tenant, number: string) =>
  done(await executeOn(actorOf(id), command(staff, 'TakeClaim', { number })));

test('those who look at the queue see a claim arrive and be taken; every frame names its number and stays small', async () => {
  const people = await openTenant();
  const socket = await listen(actorOf(people.id), people.staff, { see: 'queue' });
  const { number, seq } = await file(people);
  await take(people, number);
  const frames = await socket.until((all) => all.some((frame) => frame.seq === seq + 1));
  expect(frames.filter((frame) => frame.seq === seq).some((frame) => frame.html.includes(number))).toBe(true);
  for (const { text } of frames) expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(400);
  socket.close();
});

test('no frame says what the risk rules found: it is the same for those who may not see it', async () => {
  const people = await openTenant();
  const socket = await listen(actorOf(people.id), people.staff, { see: 'queue' });
  const first = await file(people);
  // the same visit again: 60, and flagged
  const second = await file(people);
  const frames = await socket.until((all) =>
    all.some((frame) => frame.seq === second.seq && frame.html.includes('data-place')),
  );
  const told = frames.map(({ html }) => html).join();
  const { rows } = await connect(env, `tenant-${people.id}`).execute(
    'select number, risk, due_at from claims',
  );
  const leads = [first, second].map(({ number }) => {
    const [, place = ''] = told.match(new RegExp(`"${number}" data-place="([^"]+)"`)) ?? [];
    // state, facility, client, plan, whether it is held, and where it would stand without risk
    expect(place).toMatch(/^RECEIVED \S+ \S+ \S+ 0 \d{13}$/);
    return Number(rows.find((row) => row.number === number)?.due_at) - Number(place.split(' ').pop());
  });
  expect(rows.map((row) => row.risk).sort()).toEqual([0, 60]);
  expect(leads[1]).toBe(leads[0]);
  socket.close();
});

test('those who look elsewhere get counters only, at most once a second', async () => {
  const people = await openTenant();
  const socket = await listen(actorOf(people.id), people.staff, { see: 'claim:CLM-26-999999' });
  for (let nth = 0; nth < 5; nth += 1) await file(people);
  const [first] = await socket.until((all) => all.length > 0);
  expect(first?.html).toContain('nav-count-claims');
  expect(socket.frames().filter((frame) => frame.html.includes('nav-count-claims'))).toHaveLength(1);
  socket.close();
});

test('a socket that reconnects gets what it missed, once, and then what happens next', async () => {
  const people = await openTenant();
  const first = await file(people);
  const before = await listen(actorOf(people.id), people.staff, { see: 'queue' });
  await take(people, first.number);
  await before.until((all) => all.some((frame) => frame.seq === first.seq + 1));
  before.close();
  const missed = [await file(people), await file(people)];
  const again = await listen(actorOf(people.id), people.staff, { see: 'queue', since: first.seq + 1 });
  const next = await file(people);
  const wanted = [...missed, next].map((claim) => claim.seq);
  const frames = await again.until((all) => all.some((frame) => frame.seq === next.seq));
  const rows = frames.filter((frame) => frame.html.includes('CLM-'));
  expect([...new Set(rows.map((frame) => frame.seq))]).toEqual(wanted);
  expect(new Set(frames.map((frame) => frame.text)).size).toBe(frames.length);
  again.close();
});

test('after an eviction open sockets go on, and one that comes back is told from the journal', async () => {
  const people = await openTenant();
  const stub = actorOf(people.id);
  const open = await listen(stub, people.staff, { see: 'queue' });
  const first = await file(people);
  await open.until((all) => all.some((frame) => frame.seq === first.seq));
  await evictDurableObject(stub);
  const second = await file(people);
  await open.until((all) => all.some((frame) => frame.seq === second.seq));
  await evictDurableObject(stub);
  const back = await listen(stub, people.other, { see: 'queue', since: first.seq - 1 });
  const frames = await back.until((all) => all.some((frame) => frame.seq === second.seq));
  // The second claim is about the first as well: what moved twice is told once, by the last number.
  expect(frames.some((frame) => frame.html.includes(first.number))).toBe(true);
  open.close();
  back.close();
});

test('who was away for too long is told to look again', async () => {
  const people = await openTenant();
  for (let nth = 0; nth < 4; nth += 1) await Promise.all(Array.from({ length: 90 }, () => file(people)));
  const stub = actorOf(people.id);
  await evictDurableObject(stub);
  const socket = await listen(stub, people.staff, { see: 'queue', since: 1 });
  const [frame] = await socket.until((all) => all.length > 0);
  expect(frame?.html).toBe('!stale');
  socket.close();
});

test('a page that looks at something else says so, and is told what it missed of that', async () => {
  const people = await openTenant();
  const { number, seq } = await file(people);
  const socket = await listen(actorOf(people.id), people.staff, { see: 'dashboard' });
  await take(people, number);
  socket.say(`see ${seq} claim:${number}`);
  const frames = await socket.until((all) => all.some((frame) => frame.html.includes('claim-state')));
  expect(frames.find((frame) => frame.html.includes('claim-state'))?.seq).toBe(seq + 1);
  socket.close();
});

test('signing out, and a change of role, end the sockets concerned and no other', async () => {
  const people = await openTenant();
  const stub = actorOf(people.id);
  const mine = await listen(stub, people.staff, { see: 'queue', session: 'one' });
  const other = await listen(stub, people.other, { see: 'queue', session: 'two' });
  await stub.closeSession('one');
  expect(await mine.ended).toBe(4401);
  expect(mine.frames().at(-1)?.text).toBe('0 !end');
  const suspended = {
    accountId: 'ben',
    name: 'Ben Eze',
    email: 'ben@x.example',
    roleKey: 'adjudicator',
    state: 'SUSPENDED',
  } as const;
  done(await executeOn(stub, command(people.system, 'PutStaff', suspended)));
  expect(await other.ended).toBe(4401);
});

test('who comes back before the directory has heard that they may not is sent away once it has', async () => {
  const people = await openTenant();
  const stub = actorOf(people.id);
  await stub.counts();
  const suspended = {
    accountId: 'ben',
    name: 'Ben Eze',
    email: 'ben@x.example',
    roleKey: 'adjudicator',
    state: 'SUSPENDED',
  } as const;
  const put = executeOn(stub, command(people.system, 'PutStaff', suspended));
  const open = Array.from({ length: 20 }, () => listen(stub, people.other, { see: 'queue' }));
  const sockets = await Promise.all(open);
  done(await put);
  for (const socket of sockets) expect(await socket.ended).toBe(4401);
});

test('the stream of events tells the same and resumes by the last id', async () => {
  const people = await openTenant();
  const first = await file(people);
  const stream = await listenByEvents(actorOf(people.id), people.staff, {
    see: 'queue',
    lastEventId: first.seq - 1,
  });
  expect((await stream.next()).id).toBe(first.seq);
  await take(people, first.number);
  let event = await stream.next();
  while (event.id === first.seq) event = await stream.next();
  expect(event.id).toBe(first.seq + 1);
  expect(event.data).toMatch(new RegExp(`^${first.seq + 1} <hx-partial`));
  await stream.close();
});

test('who may not see claims may not listen', async () => {
  const people = await openTenant();
  const response = await actorOf(people.id).fetch('http://actor/?see=queue', {
    headers: {
      upgrade: 'websocket',
      'x-vetra-principal': JSON.stringify({ ...people.staff, permissions: [] }),
    },
  });
  expect(response.status).toBe(403);
});

test('a socket that talks without end is told what it looked at last', async () => {
  const people = await openTenant();
  const { number, seq } = await file(people);
  const socket = await listen(actorOf(people.id), people.staff, { see: 'dashboard' });
  for (let nth = 0; nth < 1_000; nth += 1) socket.say(`see ${seq - 1} claim:CLM-26-${nth + 100_000}`);
  socket.say('see '.padEnd(1_000_000, 'x'));
  socket.say(`see ${seq - 1} queue`);
  await socket.until((all) => all.some((frame) => frame.html.includes(number)));
  await take(people, number);
  await socket.until((all) => all.some((frame) => frame.seq === seq + 1));
  socket.close();
});

test('one person listens in a hundred places at most', async () => {
  const people = await openTenant();
  const stub = actorOf(people.id);
  const open = Array.from({ length: 100 }, () => listen(stub, people.staff, { see: 'queue' }));
  const sockets = await Promise.all(open);
  await expect(listen(stub, people.staff, { see: 'queue' })).rejects.toThrow('no socket: 429');
  const other = await listen(stub, people.other, { see: 'queue' });
  for (const socket of [...sockets, other]) socket.close();
});
