import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { chunk_bytes } from '../../../schema/domain/attachments/limits.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { aPdf, sha256Of } from '../../support/files.ts';
import { aPerson, ask, signedIn } from '../directory/people.ts';
import { makeWorld, type World } from '../isolation/world.ts';

let world: World;
let at: string;
beforeAll(async () => {
  world = await makeWorld();
  at = `/${world.tenant.slug}/investigations/${world.investigation}`;
});

const send = (path: string, body: BodyInit, cookie: string, type = 'application/json') =>
  ask(path, { method: 'POST', body, headers: { cookie, 'content-type': type } });
const form = (path: string, fields: Record<string, string>, cookie: string) =>
  ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } });
const page = async (cookie: string) => (await ask(at, { headers: { cookie } })).text();
const rows = async (sql: string) => (await connect(env, `tenant-${world.tenant.id}`).execute(sql)).rows;

/** Somebody of the insurer with this role, signed in. */
const colleague = async (role: string) =>
  signedIn(await aPerson([{ organisation: { ...world.tenant, name: '' }, role }]));

/** Somebody whom the insurer's own record knows as an adjudicator: they answer queries, and lead no investigation. */
async function anAdjudicator(): Promise<Principal> {
  const accountId = freshId();
  const staff = { accountId, name: 'Ade', email: `${accountId}@x.example`, roleKey: 'adjudicator' };
  const command = { type: 'PutStaff', input: { ...staff, state: 'ACTIVE' } } as const;
  const { principal } = world.tenant;
  await env.TENANT.get(env.TENANT.idFromName(world.tenant.id)).execute({ id: freshId(), principal, command });
  return { ...principal, id: accountId, via: 'session', permissions: [] };
}

/** What a browser's script does with a file; the last answer, and the file's id. */
async function upload(name: string, bytes: Uint8Array<ArrayBuffer>, cookie: string) {
  const said = JSON.stringify({ name, kind: null, size: bytes.length, sha256: sha256Of(bytes) });
  const begun = await send(`${at}/uploads`, said, cookie);
  if (begun.status !== 200) return { status: begun.status, id: '' };
  const { uploadId, piece }: { uploadId: string; piece: number } = await begun.json();
  for (let n = 0; n * piece < bytes.length; n += 1)
    await send(`${at}/uploads/${uploadId}/pieces/${n}`, bytes.slice(n * piece, (n + 1) * piece), cookie);
  return { status: (await send(`${at}/uploads/${uploadId}`, '', cookie)).status, id: uploadId };
}

test('a file is put to an investigation, listed with who did, opened as it was sent, and noted', async () => {
  const { cookie, principal } = world.tenant;
  const bytes = aPdf(chunk_bytes + 90, 'the register');
  const { status, id } = await upload('register.pdf', bytes, cookie);
  expect(status).toBe(204);
  const html = await page(cookie);
  for (const part of [`href="${at}/files/${id}"`, '<bdi>register.pdf', 'File added', 'data-attach='])
    expect([part, html.includes(part)]).toEqual([part, true]);
  const opened = await ask(`${at}/files/${id}`, { headers: { cookie } });
  expect(new Uint8Array(await opened.arrayBuffer())).toEqual(bytes);
  expect(opened.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  expect(
    await rows('select account_id, what, subject from access_records order by at desc limit 1'),
  ).toMatchObject([{ account_id: principal.id, what: 'attachment', subject: id }]);
  const [entry] = await rows(
    "select subject, data from journal where action = 'FinishUpload' order by seq desc limit 1",
  );
  expect(entry?.subject).toBe('investigation:1');
  expect(String(entry?.data)).not.toContain('register.pdf');
  expect(JSON.parse(String(entry?.data))).toMatchObject({ attachment: id, type: 'application/pdf' });
  expect((await upload('again.pdf', bytes, cookie)).status).toBe(422);
});

test('who may not lead investigations adds nothing, who may not see files opens none, by whatever door', async () => {
  const { id } = await upload('letter.pdf', aPdf(700, 'a letter'), world.tenant.cookie);
  const adjudicator = await colleague('adjudicator');
  expect((await ask(`${at}/files/${id}`, { headers: { cookie: adjudicator } })).status).toBe(200);
  expect(await page(adjudicator)).not.toContain('data-attach=');
  expect((await upload('mine.pdf', aPdf(800), adjudicator)).status).toBe(403);
  expect((await form(`${at}/files/${id}/removals`, {}, adjudicator)).status).toBe(403);
  const reader = await colleague('read-only');
  expect((await ask(`${at}/files/${id}`, { headers: { cookie: reader } })).status).toBe(403);
  expect(await page(reader)).toContain('opened by those who may see attachments');
  // Past the portal's door the actor asks again: a file of an investigation is none of a claim.
  const claim = `/${world.tenant.slug}/claims/${world.queried}`;
  expect((await ask(`${claim}/files/${id}`, { headers: { cookie: world.tenant.cookie } })).status).toBe(404);
  expect((await form(`${claim}/files/${id}/removals`, {}, world.tenant.cookie)).status).toBe(404);
  const investigates = seededRoles.tenant.find(({ key }) => key === 'adjudicator')?.permissions ?? [];
  const principal: Principal = { ...world.facility.principal, permissions: investigates };
  const place = { kind: 'investigation', number: world.investigation } as const;
  const input = { place, uploadId: freshId(), name: 'x.pdf', kind: null, declared: null };
  const stub = env.TENANT.get(env.TENANT.idFromName(world.tenant.id));
  for (const who of [principal, await anAdjudicator()])
    for (const command of [
      { type: 'BeginUpload', input } as const,
      { type: 'RemoveAttachment', input: { attachmentId: id } } as const,
    ])
      expect(await stub.execute({ id: freshId(), principal: who, command })).toMatchObject({
        refused: true,
        code: 'not_found',
      });
  expect(await page(world.tenant.cookie)).toContain('letter.pdf');
});

test('a file can go while the investigation is open; what it was closed on stays, and more may come', async () => {
  const { cookie } = world.tenant;
  const { id } = await upload('wrong.pdf', aPdf(900, 'wrong'), cookie);
  const stays = await upload('right.pdf', aPdf(901, 'right'), cookie);
  const removed = await form(`${at}/files/${id}/removals`, {}, cookie);
  expect([removed.status, removed.headers.get('location')]).toEqual([303, at]);
  expect(await page(cookie)).not.toContain('wrong.pdf');
  expect((await ask(`${at}/files/${id}`, { headers: { cookie } })).status).toBe(404);
  const [{ version } = { version: 0 }] = await rows('select version from investigations where id = 1');
  const closing = { version: String(version), verdict: 'CONFIRMED', reason: 'So it was.' };
  expect(
    (await form(`${at}/closings`, { ...closing, version: String(Number(version) - 1) }, cookie)).status,
  ).toBe(409);
  expect((await form(`${at}/closings`, closing, cookie)).status).toBe(303);
  expect((await form(`${at}/files/${stays.id}/removals`, {}, cookie)).status).toBe(409);
  expect((await upload('late.pdf', aPdf(902, 'late'), cookie)).status).toBe(204);
  const html = await page(cookie);
  for (const name of ['right.pdf', 'late.pdf']) expect(html).toContain(name);
  expect(html).not.toContain('/removals');
});
