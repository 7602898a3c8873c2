import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { MemberNews } from '../../../schema/domain/members/member-news.ts';
import { enrolleePermissions, type Principal } from '../../../schema/domain/permissions.ts';
import { freshId } from '../../../worker/command.ts';
import { listen, listenByEvents } from './listening.ts';

function aMember() {
  const tenantId = freshId();
  const id = `${tenantId}.${freshId()}`;
  const self: Principal = {
    id: 'acc-ngozi',
    name: 'Ngozi Ade',
    via: 'session',
    organisation: { kind: 'enrollee', id },
    permissions: enrolleePermissions,
  };
  return { tenantId, id, self, stub: env.MEMBER.get(env.MEMBER.idFromName(id)) };
}

const asked = (seq: number, about = `PA-26-${String(seq).padStart(6, '0')}`): MemberNews => ({
  seq,
  at: 1_800_000_000_000,
  topic: 'alerts',
  about,
  what: 'asked',
});

test('an open page hears of an alert by its number, and fetches the rest', async () => {
  const { tenantId, self, stub } = aMember();
  const page = await listen(stub, self, { see: 'me,alerts' });
  await stub.deliver(tenantId, [asked(7)]);
  const [bell, alert] = await page.until((frames) => frames.length === 2);
  expect(bell?.text).toContain('id="bell-count"');
  expect(alert?.text).toContain('hx-get="/me/alerts/PA-26-000007/dialog"');
  for (const { text } of page.frames()) expect(text.length).toBeLessThanOrEqual(400);
});

test('a message that comes twice, late or out of order is told once', async () => {
  const { tenantId, self, stub } = aMember();
  const page = await listen(stub, self, { see: 'alerts' });
  await stub.deliver(tenantId, [asked(7), asked(9)]);
  await stub.deliver(tenantId, [asked(7), asked(9)]);
  await stub.deliver(tenantId, [asked(8)]);
  await stub.deliver(tenantId, [asked(9), asked(10)]);
  const heard = await page.until((frames) => frames.length >= 4);
  expect(heard.map(({ seq }) => seq)).toEqual([7, 9, 8, 10]);
});

test('who was away is told what they missed, also after the actor has slept, by socket and by events', async () => {
  const { tenantId, self, stub } = aMember();
  await stub.deliver(tenantId, [asked(7)]);
  await stub.deliver(tenantId, [asked(12), { ...asked(13), topic: 'claims', about: 'CLM-26-000001' }]);
  await evictDurableObject(stub);
  const again = env.MEMBER.get(stub.id);
  const page = await listen(again, self, { see: 'alerts', since: 7 });
  expect((await page.until((frames) => frames.length === 1)).map(({ seq }) => seq)).toEqual([12]);
  const stream = await listenByEvents(again, self, { see: 'alerts', lastEventId: 7 });
  expect((await stream.next()).id).toBe(12);
  await stream.close();
});

test('who was away for too long looks again instead', async () => {
  const { tenantId, self, stub } = aMember();
  await stub.deliver(
    tenantId,
    Array.from({ length: 310 }, (_, i) => asked(i + 1)),
  );
  const page = await listen(stub, self, { see: 'alerts', since: 2 });
  expect((await page.until((frames) => frames.length > 0))[0]?.html).toBe('!stale');
});

test('another insurer is not heard', async () => {
  const { self, stub } = aMember();
  const page = await listen(stub, self, { see: 'alerts' });
  await expect(runInDurableObject(stub, (member) => member.deliver('another', [asked(7)]))).rejects.toThrow(
    'another insurer',
  );
  expect(page.frames()).toEqual([]);
});

test('without the permission nobody listens', async () => {
  const { id, stub } = aMember();
  const principal = { id: 'x', organisation: { kind: 'enrollee', id }, permissions: [] };
  const response = await stub.fetch('http://actor/?see=me', {
    headers: { 'x-vetra-principal': JSON.stringify(principal), upgrade: 'websocket' },
  });
  expect(response.status).toBe(403);
});

test('what is kept holds numbers and states alone', async () => {
  const { tenantId, stub } = aMember();
  await stub.deliver(tenantId, [asked(7)]);
  await runInDurableObject(stub, (_, state) => {
    expect(state.storage.sql.exec('select * from news').toArray()).toEqual([asked(7)]);
  });
});

test('signing out ends what the session listens with, and a changed account everything', async () => {
  const { self, stub } = aMember();
  const one = await listen(stub, self, { see: 'me', session: 'one' });
  const two = await listen(stub, self, { see: 'me', session: 'two' });
  await stub.closeSession('one');
  expect(await one.ended).toBe(4401);
  await stub.endAll();
  expect(await two.ended).toBe(4401);
});
