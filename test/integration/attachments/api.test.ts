import { beforeAll, expect, test } from 'vitest';
import { freshId } from '../../../worker/command.ts';
import { aJpeg, aPdf, aPng } from '../../support/files.ts';
import { ask } from '../directory/people.ts';
import { makeWorld, mark, type World } from '../isolation/world.ts';

let world: World;
let root: string;
beforeAll(async () => {
  world = await makeWorld();
  root = `/v1/claims/${world.queried}`;
});

async function call(method: string, path: string, key: string, body?: BodyInit, idempotencyKey = freshId()) {
  const headers = { 'x-api-key': key, ...(method === 'POST' ? { 'idempotency-key': idempotencyKey } : {}) };
  const answered = await ask(path, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await answered.text();
  const isJson = answered.headers.get('content-type')?.includes('json') === true;
  return { status: answered.status, headers: answered.headers, body: isJson ? JSON.parse(text) : text };
}

test('a file is added to a claim once, however often it is sent, and read back', async () => {
  const bytes = aPdf(300_000, 'the report');
  const send = () =>
    call('POST', `${root}/attachments?name=report.pdf&kind=Report`, world.facility.key, bytes, 'one-report');
  const before = await call('GET', root, world.facility.key);
  const first = await send();
  expect([first.status, first.body]).toMatchObject([
    201,
    { name: 'report.pdf', kind: 'Report', type: 'application/pdf', size: 300_000, from: 'facility' },
  ]);
  const again = await send();
  expect([again.status, again.body.id]).toEqual([200, first.body.id]);
  const claim = await call('GET', root, world.facility.key);
  expect(claim.body.attachments.map(({ name }: { name: string }) => name)).toEqual([
    `${mark}.pdf`,
    'report.pdf',
  ]);
  expect(claim.headers.get('etag')).not.toBe(before.headers.get('etag'));
  for (const { key } of [world.facility, world.tenant]) {
    const read = await call('GET', `${root}/attachments/${first.body.id}`, key);
    expect([read.status, read.headers.get('content-length')]).toEqual([200, '300000']);
    expect(read.headers.get('content-disposition')).toMatch(/^attachment; filename="report.pdf"/);
  }
  const other = await call(
    'POST',
    `${root}/attachments?name=other.pdf`,
    world.facility.key,
    aPdf(),
    'one-report',
  );
  expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused']);
});

test('what is no file, or too large, is refused', async () => {
  const send = (body: BodyInit) => call('POST', `${root}/attachments?name=x.pdf`, world.facility.key, body);
  expect(await send('<html>')).toMatchObject({ status: 422, body: { errors: [{ field: 'file' }] } });
  expect(await send('')).toMatchObject({ status: 409 });
  const large = new Uint8Array(10 * 1024 * 1024 + 1);
  expect(await send(large)).toMatchObject({ status: 422, body: { errors: [{ field: 'file' }] } });
  const said = {
    'x-api-key': world.facility.key,
    'idempotency-key': freshId(),
    'content-length': '10485761',
  };
  const init = { method: 'POST', headers: said, body: 'x' };
  expect((await ask(`${root}/attachments?name=x.pdf`, init)).status).toBe(413);
  const nameless = await call('POST', `${root}/attachments`, world.facility.key, aPdf());
  expect(nameless).toMatchObject({ status: 422, body: { errors: [{ field: 'name' }] } });
});

test('a file that was uploaded first is named when the claim is filed', async () => {
  const uploaded = await call('POST', '/v1/attachments?name=x-ray.png', world.facility.key, aPng(800, 600));
  expect(uploaded.status).toBe(201);
  const claim = {
    memberId: 'ZEBU-ZEBC-00001-P',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: '2026-11-05T09:00:00+01:00',
    practitionerName: 'Dr Else',
    diagnoses: [{ code: 'B50.9' }],
    lines: [{ service: 'consultation', quantity: 1, unitPrice: 500_000 }],
    currency: 'NGN',
    total: 500_000,
    attachments: [uploaded.body.id],
  };
  const json = await ask('/v1/claims', {
    method: 'POST',
    headers: {
      'x-api-key': world.facility.key,
      'idempotency-key': freshId(),
      'content-type': 'application/json',
    },
    body: JSON.stringify(claim),
  });
  const filed: { number: string } = await json.json();
  expect(json.status).toBe(201);
  const shown = await call('GET', `/v1/claims/${filed.number}`, world.facility.key);
  expect(shown.body.attachments).toMatchObject([
    { id: uploaded.body.id, name: 'x-ray.png', type: 'image/png' },
  ]);
});

test("a tenant's file on a claim is not the facility's to read", async () => {
  const own = await call('POST', `${root}/attachments?name=ours.jpg`, world.tenant.key, aJpeg(50, 50));
  expect(own.status).toBe(201);
  const shown = await call('GET', root, world.facility.key);
  expect(JSON.stringify(shown.body.attachments)).not.toContain('ours.jpg');
  expect((await call('GET', `${root}/attachments/${own.body.id}`, world.facility.key)).status).toBe(404);
});
