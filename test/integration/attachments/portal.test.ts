import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { chunk_bytes } from '../../../schema/domain/attachments/limits.ts';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { aJpeg, aPdf, aPng, bytesOf, sha256Of } from '../../support/files.ts';
import { ask, origin, post } from '../directory/people.ts';
import { makeWorld, mark, type World } from '../isolation/world.ts';

let world: World;
let draft: string;
let claim: string;
let staff: string;
beforeAll(async () => {
  world = await makeWorld();
  draft = `/provider/drafts/${world.draft}`;
  claim = `/provider/claims/${world.tenant.id}/${world.queried}`;
  staff = `/${world.tenant.slug}/claims/${world.queried}`;
});

const send = (path: string, body: BodyInit | null, cookie: string, type?: string) =>
  ask(path, {
    method: 'POST',
    body,
    headers: { cookie, ...(type === undefined ? {} : { 'content-type': type }) },
  });
const json = 'application/json';
const page = async (path: string, cookie: string) => (await ask(path, { headers: { cookie } })).text();

/** What a browser's script does with a file; the last answer. */
async function upload(root: string, name: string, bytes: Uint8Array<ArrayBuffer>, cookie: string) {
  const said = JSON.stringify({ name, kind: null, size: bytes.length, sha256: sha256Of(bytes) });
  const begun = await send(`${root}/uploads`, said, cookie, json);
  if (begun.status !== 200) return begun;
  const { uploadId, have, piece }: { uploadId: string; have: number[]; piece: number } = await begun.json();
  for (let n = 0; n * piece < bytes.length; n += 1)
    if (!have.includes(n))
      await send(`${root}/uploads/${uploadId}/pieces/${n}`, bytes.slice(n * piece, (n + 1) * piece), cookie);
  return send(`${root}/uploads/${uploadId}`, '', cookie, json);
}

const fileIn = (html: string, root: string, name: string) =>
  new RegExp(`href="${root}/files/([^"/]+)"[^>]*><bdi>${name}`).exec(html)?.[1] ?? '';
const records = async () => {
  const { rows } = await connect(env, `tenant-${world.tenant.id}`).execute(
    'select * from access_records order by at',
  );
  return rows;
};

test('a file is attached to a draft piece by piece, listed, opened as a download, noted, and taken away', async () => {
  const { cookie } = world.facility;
  const bytes = aPdf(chunk_bytes + 90);
  expect((await upload(draft, 'lab “result”.pdf', bytes, cookie)).status).toBe(204);
  const listed = await page(`${draft}/review`, cookie);
  const id = fileIn(listed, draft, 'lab “result”.pdf');
  expect(id).not.toBe('');
  const before = (await records()).length;
  const opened = await ask(`${draft}/files/${id}`, { headers: { cookie } });
  expect(new Uint8Array(await opened.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(opened.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename="lab _result_.pdf"; filename*=UTF-8''lab%20%E2%80%9Cresult%E2%80%9D.pdf`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
  });
  const noted = await records();
  expect(noted).toHaveLength(before + 1);
  expect(noted.at(-1)).toMatchObject({
    account_id: world.facility.principal.id,
    organisation: `facility:${world.facility.id}`,
    what: 'attachment',
    subject: id,
  });
  const removed = await send(`${draft}/files/${id}/removals`, new URLSearchParams(), cookie);
  expect([removed.status, removed.headers.get('location')]).toEqual([303, `${draft}/review`]);
  expect((await ask(`${draft}/files/${id}`, { headers: { cookie } })).status).toBe(404);
});

test('an upload goes on with what is missing, and what is refused says why', async () => {
  const { cookie } = world.facility;
  const bytes = aPdf(2 * chunk_bytes);
  const said = JSON.stringify({ name: 'cut.pdf', kind: null, size: bytes.length, sha256: sha256Of(bytes) });
  const begin = async () => {
    const begun: { uploadId: string; have: number[] } = await (
      await send(`${draft}/uploads`, said, cookie, json)
    ).json();
    return begun;
  };
  const { uploadId } = await begin();
  await send(`${draft}/uploads/${uploadId}/pieces/1`, bytes.slice(chunk_bytes), cookie);
  expect(await begin()).toMatchObject({ uploadId, have: [1] });
  const early = await send(`${draft}/uploads/${uploadId}`, '', cookie, json);
  expect([early.status, await early.json()]).toEqual([409, expect.objectContaining({ code: 'wrong_state' })]);
  expect(await page(`${draft}/review`, cookie)).not.toContain('cut.pdf');
  expect((await upload(draft, 'cut.pdf', bytes, cookie)).status).toBe(204);
  const lie = await upload(draft, 'page.pdf', bytesOf('<html><script>1</script></html>'), cookie);
  expect([lie.status, await lie.json()]).toMatchObject([
    422,
    { message: expect.stringMatching(/none of the kinds/) },
  ]);
  const large = JSON.stringify({ name: 'x', kind: null, size: 10 * 1024 * 1024 + 1, sha256: 'a'.repeat(64) });
  const refused = await send(`${draft}/uploads`, large, cookie, json);
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { message: expect.stringMatching(/10 MB/) },
  ]);
});

test('without script, several files come with one form, each refused or taken by itself', async () => {
  const { cookie } = world.facility;
  const form = new FormData();
  form.set('kind', 'X-ray');
  form.append('files', new File([aPng(300, 200)], 'x-ray.png'));
  form.append('files', new File([aJpeg(300, 200)], '../../photo.jpg'));
  const sent = await send(`${claim}/files`, form, cookie);
  expect([sent.status, sent.headers.get('location')]).toEqual([303, claim]);
  const listed = await page(claim, cookie);
  expect(listed).toContain('x-ray.png');
  expect(listed).toContain('>photo.jpg<');
  expect(listed).toContain('X-ray');
  const mixed = new FormData();
  mixed.append('files', new File(['<svg/>'], 'drawing.svg', { type: 'image/png' }));
  mixed.append('files', new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.pdf'));
  mixed.append('files', new File([aJpeg(301, 200)], 'good.jpg'));
  const partly = await send(`${claim}/files`, mixed, cookie);
  const words = await partly.text();
  expect([partly.status, words]).toEqual([
    422,
    expect.stringMatching(/drawing\.svg: .*none of the kinds.*large\.pdf: .*10 MB/),
  ]);
  expect(await page(claim, cookie)).toContain('good.jpg');
  expect((await send(`${claim}/files`, new FormData(), cookie)).status).toBe(422);
  expect((await send(`${claim}/files`, 'x', cookie, 'multipart/form-data; boundary=zz')).status).toBe(422);
});

test('a form that ends in the middle leaves nothing behind that anybody sees', async () => {
  const { cookie } = world.facility;
  const body = bytesOf(
    '--zz\r\ncontent-disposition: form-data; name="files"; filename="half.pdf"\r\n\r\n',
    aPdf(),
  );
  expect((await send(`${claim}/files`, body, cookie, 'multipart/form-data; boundary=zz')).status).toBe(422);
  expect(await page(claim, cookie)).not.toContain('half.pdf');
});

test("staff open a claim's files in parts, and add their own, which stay theirs", async () => {
  const { cookie } = world.tenant;
  const { claim: id } = world.attached;
  const whole = await (await ask(`${staff}/files/${id}`, { headers: { cookie } })).arrayBuffer();
  const ask2 = (range: string) => ask(`${staff}/files/${id}`, { headers: { cookie, range } });
  const part = await ask2('bytes=10-19');
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/500']);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(new Uint8Array(whole).slice(10, 20));
  const end = await ask2('bytes=-5');
  expect([end.status, (await end.arrayBuffer()).byteLength]).toEqual([206, 5]);
  expect((await ask2('bytes=500-')).status).toBe(416);
  expect((await ask2('bytes=0-1,3-4')).status).toBe(200);
  expect((await upload(staff, 'note for us.pdf', aPdf(555), cookie)).status).toBe(204);
  const listed = await page(staff, cookie);
  const own = fileIn(listed, staff, 'note for us.pdf');
  expect(own).not.toBe('');
  const facility = world.facility.cookie;
  expect(await page(claim, facility)).not.toContain('note for us');
  expect((await ask(`${claim}/files/${own}`, { headers: { cookie: facility } })).status).toBe(404);
  // a file is opened below what it belongs to, and nowhere else
  const elsewhere = `/${world.tenant.slug}/claims/${world.waiting}/files/${id}`;
  expect((await ask(elsewhere, { headers: { cookie } })).status).toBe(404);
});

test('the small picture is shown where there is one', async () => {
  const { cookie } = world.facility;
  const bytes = aPng(900, 600);
  const said = JSON.stringify({ name: 'wound.png', kind: null, size: bytes.length, sha256: sha256Of(bytes) });
  const { uploadId }: { uploadId: string } = await (
    await send(`${claim}/uploads`, said, cookie, json)
  ).json();
  await send(`${claim}/uploads/${uploadId}/pieces/0`, bytes, cookie);
  await send(`${claim}/uploads/${uploadId}/pieces/-1`, aJpeg(96, 64), cookie);
  expect((await send(`${claim}/uploads/${uploadId}`, '', cookie, json)).status).toBe(204);
  const shown = await ask(`${claim}/files/${uploadId}/thumbnail`, { headers: { cookie } });
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  expect(
    (await ask(`${claim}/files/${world.attached.claim}/thumbnail`, { headers: { cookie } })).status,
  ).toBe(404);
});

const own = { ATTACHMENT_ORIGIN: 'https://files.example' };
const follow = (address: string, init: RequestInit = {}) =>
  ask(new URL(address).pathname, init, { ...own, ORIGIN: own.ATTACHMENT_ORIGIN });

test('where attachments have an origin of their own, files open there by a link that is soon over', async () => {
  const { cookie } = world.tenant;
  const opened = await ask(`${staff}/files/${world.attached.claim}`, { headers: { cookie } }, own);
  const link = opened.headers.get('location') ?? '';
  expect([opened.status, link]).toEqual([303, expect.stringMatching(/^https:\/\/files\.example\/ey/)]);
  const shown = await follow(link);
  expect(await shown.text()).toContain(mark);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline; filename="Zebulon.pdf"/),
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    'x-content-type-options': 'nosniff',
  });
  expect((await follow(link, { headers: { range: 'bytes=0-3' } })).status).toBe(206);
  // nothing else is there: no page, no API, no session, no link that was changed
  for (const path of ['/', '/sign-in', '/v1/openapi.json', '/health', staff, `${new URL(link).pathname}x`]) {
    const answer = await follow(`https://files.example${path}`, { headers: { cookie } });
    expect([path, answer.status, await answer.text()]).toEqual([path, 404, '']);
  }
  expect((await follow(link, { method: 'POST', body: '' })).status).toBe(404);
  // and the portals' origin knows no such link
  expect((await ask(new URL(link).pathname, {}, own)).status).not.toBe(200);
});

test('another site cannot make a browser send files', async () => {
  const { cookie } = world.facility;
  const headers = { cookie, origin: 'https://elsewhere.example', 'content-type': json };
  const sent = await ask(`${draft}/uploads`, { method: 'POST', body: '{}', headers });
  expect([sent.status, origin]).toEqual([403, origin]);
});

test('a draft does not go to another HMO while the first keeps files of it, and leaves none behind when it is thrown away', async () => {
  const { cookie } = world.facility;
  const rows = async () => {
    const sql = `select state from attachments where place like 'draft:%${world.draft}' and state = 'READY'`;
    return (await connect(env, `tenant-${world.tenant.id}`).execute(sql)).rows.length;
  };
  expect((await upload(draft, 'stays.pdf', aPdf(640, 'stays'), cookie)).status).toBe(204);
  const kept = await rows();
  expect(kept).toBeGreaterThan(0);
  const patient = async () => page(`${draft}/patient`, cookie);
  const version = /name="version" value="(\d+)"/.exec(await patient())?.[1] ?? '';
  const elsewhere = { version, tenantId: 'another' };
  const refused = await post(`${draft}/patient`, { ...elsewhere, command_id: freshId() }, { cookie });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain('Remove what is attached first');
  expect(/<select[^>]*name="tenantId"[^>]*aria-invalid="true"/.test(html)).toBe(true);
  // as typing goes on it is not saved either, and says why
  const typed = await post(`${draft}/patient`, elsewhere, { cookie });
  expect([typed.status, (await typed.text()).includes('Remove what is attached first')]).toEqual([422, true]);
  expect(await patient()).toContain(`<option value="${world.tenant.id}" selected`);
  expect((await post(`${draft}/discard`, { command_id: freshId() }, { cookie })).status).toBe(303);
  expect(await rows()).toBe(0);
});
