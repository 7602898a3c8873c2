import { beforeAll, expect, test } from 'vitest';
import { importRowPage, importView } from '../../../schema/api/import-views.ts';
import { import_bytes_max } from '../../../schema/domain/imports/import.ts';
import { freshId } from '../../../worker/command.ts';
import { anInsurer, ask, type Insurer, tenantKey } from './an-integrator.ts';

let insurer: Insurer;
let key: string;
beforeAll(async () => {
  insurer = await anInsurer();
  key = await tenantKey(insurer.tenantId, ['enrollee.import', 'service.update']);
});

const head = 'action,date,external_id,first_name,last_name,birth_date,sex';
const person = (id: string, sex = 'female') => `ADD,2026-01-01,${id},Ada,Obi,1990-05-17,${sex}`;
const send = (text: BodyInit, query = '', idempotencyKey = freshId(), headers: Record<string, string> = {}) =>
  ask('POST', `/v1/enrollees/import${query}`, {
    key,
    idempotencyKey,
    text,
    headers: { 'content-type': 'text/csv', ...headers },
  });

async function until(address: unknown, state: string) {
  for (let tries = 0; tries < 500; tries += 1) {
    const { body } = await ask('GET', String(address), { key });
    if (body.state === state) return importView.parse(body);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the import did not get to ${state}`);
}

test('a file is taken, checked and applied by itself, and refused rows are told with their reasons', async () => {
  const text = [head, person('one'), person('two', ''), person('three')].join('\n');
  const sent = await send(text, '?fileName=joiners.csv');
  expect([sent.status, sent.headers.get('location')]).toEqual([202, sent.body.address]);
  const done = await until(sent.body.address, 'DONE');
  expect(done.applied).toEqual({ created: 2, changed: 0, unchanged: 0, refused: 1 });
  const { body } = await ask('GET', `${sent.body.address}/rows?outcome=refused`, { key });
  expect(importRowPage.parse(body).data).toEqual([
    {
      line: 3,
      outcome: 'refused',
      reasons: [{ column: 'sex', message: 'Choose female or male.' }],
      result: null,
      cells: ['ADD', '2026-01-01', 'two', 'Ada', 'Obi', '1990-05-17'],
    },
  ]);
  const again = await until((await send(text)).body.address, 'DONE');
  expect(again.checked).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 1 });
});

test('a dry run waits for a commit, and is read page by page', async () => {
  const sent = await send([head, person('four'), person('five')].join('\n'), '?dry_run=true');
  const checked = await until(sent.body.address, 'CHECKED');
  expect(checked.applied.created).toBe(0);
  const page = await ask('GET', `${sent.body.address}/rows?limit=1`, { key });
  const next = await ask('GET', `${sent.body.address}/rows?limit=1&cursor=${page.body.next}`, { key });
  expect([page, next].map(({ body }) => importRowPage.parse(body).data[0]?.line)).toEqual([2, 3]);
  expect(next.body.next).toBeNull();
  const commit = () => ask('POST', `${sent.body.address}/commit`, { key, idempotencyKey: 'commit-once' });
  expect((await commit()).status).toBe(202);
  await until(sent.body.address, 'DONE');
  expect((await commit()).status).toBe(202);
  const other = await ask('POST', `${sent.body.address}/commit`, { key, idempotencyKey: 'commit-again' });
  expect([other.status, other.body.code]).toEqual([409, 'wrong-state']);
});

test('sent again with the same key it is the same import; with another file it is refused', async () => {
  const text = [head, person('six')].join('\n');
  const [one, two] = [await send(text, '', 'the-same'), await send(text, '', 'the-same')];
  expect(two.body.id).toBe(one.body.id);
  const other = await send([head, person('seven')].join('\n'), '', 'the-same');
  expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused']);
});

test.each<[string, BodyInit, Record<string, string>, number, RegExp]>([
  ['JSON', '{}', { 'content-type': 'application/json' }, 415, /text\/csv/],
  ['nothing', '', {}, 422, /empty/],
  ['an unknown heading', `${head},colour\n${person('x')},red\n`, {}, 422, /“colour”/],
  ['too much', new Uint8Array(import_bytes_max + 1), {}, 413, /10,000,000/],
])('%s is refused, and it is said why', async (_, text, headers, status, words) => {
  const { body, ...sent } = await send(text, '', freshId(), headers);
  expect([sent.status, body.detail]).toEqual([status, expect.stringMatching(words)]);
});

test('a key sees imports of the kinds that it has the scope of, and no other organisation any', async () => {
  const { body } = await send([head, person('eight')].join('\n'), '?dry_run=true');
  const services = await tenantKey(insurer.tenantId, ['service.update']);
  const other = await anInsurer();
  const stranger = await tenantKey(other.tenantId, ['enrollee.import']);
  const status = async (of: string) => (await ask('GET', String(body.address), { key: of })).status;
  expect([await status(services), await status(stranger)]).toEqual([403, 404]);
});
