import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endBy, spawnServer } from './process.ts';
import { clientOf, codeOf, emptyDirectory, post, serve } from './serving.ts';

/** Sends the path as it is written: `fetch` would tidy it first. */
function statusOf(
  url: string,
  path: string,
  headers: Record<string, string>,
  method = 'POST',
): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{"requests":[{"type":"close"}]}' : undefined);
  });
}

test('the token is asked for first, also where there is nothing', async () => {
  const server = await serve();
  for (const authorization of ['', 'Bearer', 'Bearer wrong', `Basic ${server.token}`, server.token]) {
    expect(await statusOf(server.url, '/tenant-one/v2/pipeline', { authorization })).toBe(401);
    expect(await statusOf(server.url, '/nothing', { authorization })).toBe(401);
  }
  expect(await codeOf(clientOf(server, 'tenant-one', { authToken: 'wrong' }).execute('select 1'))).toBe(
    'UNAUTHORIZED',
  );
  expect(await readdir(join(server.dataDir, 'databases'))).toEqual([]);
});

test('paths that are not a database lead nowhere and make no file', async () => {
  const server = await serve();
  const authorization = `Bearer ${server.token}`;
  const paths = [
    '/../libsql.lock/v2/pipeline',
    '/..%2flibsql.lock/v2/pipeline',
    '/%2e%2e/v2/pipeline',
    '/tenant%2fone/v2/pipeline',
    '/tenant.one/v2/pipeline',
    '/Tenant/v2/pipeline',
    '/-one/v2/pipeline',
    `/${'a'.repeat(64)}/v2/pipeline`,
    '//v2/pipeline',
    '/tenant-one//v2/pipeline',
    '/tenant-one/v2/pipeline/',
    '/tenant-one/v2/pipeline?x=1',
    '/tenant-one/v3/pipeline',
    'http://elsewhere/tenant-one/v2/pipeline',
  ];
  for (const path of paths)
    expect([path, await statusOf(server.url, path, { authorization })]).toEqual([path, 404]);
  expect(await readdir(join(server.dataDir, 'databases'))).toEqual([]);
  expect(await statusOf(server.url, `/${'a'.repeat(63)}/v2/pipeline`, { authorization })).toBe(200);
});

test('tells which protocol it speaks, and that it is well', async () => {
  const server = await serve();
  const authorization = `Bearer ${server.token}`;
  expect(await statusOf(server.url, '/tenant-one/v2', { authorization }, 'GET')).toBe(200);
  expect(await statusOf(server.url, '/tenant-one/v3-protobuf', { authorization }, 'GET')).toBe(404);
  expect(await statusOf(server.url, '/tenant-one/v2/pipeline', { authorization }, 'GET')).toBe(405);
  expect(await statusOf(server.url, '/health', {}, 'GET')).toBe(200);
});

test('messages that are too large or not messages are refused', async () => {
  const server = await serve({ bodyBytesMax: 1000 });
  const large = { requests: [{ type: 'execute', stmt: { sql: `select '${'x'.repeat(2000)}'` } }] };
  expect(await post(server, large)).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  const wrong = [
    'nonsense',
    '[]',
    '{"requests":[{"type":"unknown"}]}',
    '{"requests":[{"type":"execute","stmt":{"sql":5}}]}',
    '{"requests":[{"type":"execute","stmt":{"sql":"select ?","args":[{"type":"integer","value":"1e9"}]}}]}',
  ];
  for (const text of wrong) {
    expect([text, await post(server, text)]).toMatchObject([
      text,
      { status: 400, body: { code: 'MESSAGE_INVALID' } },
    ]);
  }
});

test('runs batches under every kind of condition', async () => {
  const server = await serve();
  const ok = { type: 'ok', step: 0 };
  const error = { type: 'error', step: 1 };
  const conditions = [
    ok,
    error,
    { type: 'not', cond: ok },
    { type: 'and', conds: [ok, error] },
    { type: 'and', conds: [ok, { type: 'not', cond: error }] },
    { type: 'or', conds: [{ type: 'not', cond: ok }, error] },
    { type: 'or', conds: [] },
    { type: 'is_autocommit' },
  ];
  const steps = [
    { stmt: { sql: 'select 1' } },
    { stmt: { sql: 'select * from nowhere' } },
    ...conditions.map((condition) => ({ condition, stmt: { sql: 'select 2' } })),
  ];
  const { body } = await post(server, { requests: [{ type: 'batch', batch: { steps } }, { type: 'close' }] });
  const [first] = body.results ?? [];
  const ran = [true, true, false, true, false, true, false, true].map((holds) =>
    holds ? expect.anything() : null,
  );
  expect(first).toMatchObject({ response: { result: { step_results: [expect.anything(), null, ...ran] } } });
  const ahead = { steps: [{ condition: { type: 'ok', step: 3 }, stmt: { sql: 'select 1' } }] };
  const refused = await post(server, { requests: [{ type: 'batch', batch: ahead }, { type: 'close' }] });
  expect(refused.body.results?.[0]).toMatchObject({ error: { code: 'BATCH_COND_INVALID' } });
});

test('describes a statement without running it', async () => {
  const server = await serve();
  await clientOf(server).execute('create table claims (id integer primary key, note text)');
  const describe = async (sql: string) => {
    const { body } = await post(server, { requests: [{ type: 'describe', sql }, { type: 'close' }] });
    return body.results?.[0];
  };
  expect(await describe('insert into claims select :id, ?2 where ? returning note')).toMatchObject({
    response: {
      result: {
        params: [{ name: ':id' }, { name: '?2' }, { name: null }],
        cols: [{ name: 'note', decltype: 'TEXT' }],
        is_explain: false,
        is_readonly: false,
      },
    },
  });
  expect(await describe('explain select 1')).toMatchObject({
    response: { result: { is_explain: true, is_readonly: true } },
  });
  expect(await describe('select * from nowhere')).toMatchObject({ error: { code: 'SQLITE_ERROR' } });
  expect((await clientOf(server).execute('select * from claims')).rows).toEqual([]);
});

test('keeps texts under numbers for as long as the stream', async () => {
  const server = await serve();
  const byId = { type: 'execute', stmt: { sql_id: 1 } };
  const store = { type: 'store_sql', sql_id: 1, sql: 'select 1' };
  const { body } = await post(server, {
    requests: [
      store,
      byId,
      store,
      { type: 'close_sql', sql_id: 1 },
      byId,
      { type: 'sequence', sql_id: 2 },
      { type: 'close' },
    ],
  });
  expect(body.results).toMatchObject([
    { type: 'ok' },
    { type: 'ok' },
    { error: { code: 'SQL_ID_IN_USE' } },
    { type: 'ok' },
    { error: { code: 'SQL_NOT_FOUND' } },
    { error: { code: 'SQL_NOT_FOUND' } },
    { type: 'ok' },
  ]);
});

test('listens on a unix socket, also when a killed process left one behind', async () => {
  const dataDir = await emptyDirectory();
  const socketPath = join(dataDir, 'libsql.sock');
  const killed = await spawnServer({ DATA_DIR: dataDir, LIBSQL_SOCKET: socketPath });
  expect(killed.line).toBe(JSON.stringify({ listening: `unix:${socketPath}` }));
  await endBy(killed.child, 'SIGKILL');
  await serve({ dataDir, socketPath });
  const status = await new Promise((resolve, reject) => {
    const sent = request({ socketPath, path: '/health', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
  expect(status).toBe(200);
});

test('stopping answers what is being asked and rolls back what is open', async () => {
  const server = await serve();
  const client = clientOf(server);
  await client.execute('create table t (a)');
  const open = await client.transaction('write');
  await open.execute('insert into t values (1)');
  const waiting = client.execute('insert into t values (2)');
  await server.stop();
  const outcome = await codeOf(waiting).catch(() => 'not reached');
  const again = await serve({ dataDir: server.dataDir });
  const { rows } = await clientOf(again).execute('select a from t');
  expect(rows).toEqual(outcome === 'none' ? [{ a: 2 }] : []);
});
