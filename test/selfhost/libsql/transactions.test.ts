import type { Client } from '@libsql/client/web';
import { expect, test } from 'vitest';
import type { RunningLibsql } from '../../../selfhost/libsql/server.ts';
import { clientOf, codeOf, post, serve } from './serving.ts';

async function withClaims(server: RunningLibsql): Promise<Client> {
  const client = clientOf(server);
  await client.execute('create table claims (id integer primary key)');
  return client;
}

const ids = async (client: Client) =>
  (await client.execute('select id from claims order by id')).rows.map((row) => row.id);

test('commit keeps, rollback and close undo', async () => {
  const client = await withClaims(await serve());
  const [kept, undone, closed] = [await client.transaction('write'), client, client];
  await kept.execute('insert into claims values (1)');
  await kept.batch(['insert into claims values (2)', 'insert into claims values (3)']);
  expect((await kept.execute('select count(*) as n from claims')).rows).toEqual([{ n: 3 }]);
  await kept.commit();
  const second = await undone.transaction('write');
  await second.executeMultiple('insert into claims values (4); insert into claims values (5)');
  await second.rollback();
  const third = await closed.transaction('write');
  await third.execute('insert into claims values (6)');
  third.close();
  await client.execute('insert into claims values (7)');
  expect(await ids(client)).toEqual([1, 2, 3, 7]);
});

test('what is not committed is seen by nobody else', async () => {
  const client = await withClaims(await serve());
  const transaction = await client.transaction('write');
  await transaction.execute('insert into claims values (1)');
  expect(await ids(client)).toEqual([]);
  await transaction.commit();
  expect(await ids(client)).toEqual([1]);
});

test('a failed statement leaves its transaction open', async () => {
  const client = await withClaims(await serve());
  const transaction = await client.transaction('write');
  await transaction.execute('insert into claims values (1)');
  expect(await codeOf(transaction.execute('insert into claims values (1)'))).toBe(
    'SQLITE_CONSTRAINT_PRIMARYKEY',
  );
  await transaction.execute('insert into claims values (2)');
  await transaction.commit();
  expect(await ids(client)).toEqual([1, 2]);
});

test('a transaction for reading sees one moment and cannot write', async () => {
  const client = await withClaims(await serve());
  const reading = await client.transaction('read');
  expect((await reading.execute('select count(*) as n from claims')).rows).toEqual([{ n: 0 }]);
  await client.execute('insert into claims values (1)');
  expect((await reading.execute('select count(*) as n from claims')).rows).toEqual([{ n: 0 }]);
  expect(await codeOf(reading.execute('insert into claims values (2)'))).toBe('SQLITE_READONLY');
  await reading.rollback();
  expect(await ids(client)).toEqual([1]);
});

test('writers wait for the transaction before them, and readers do not', async () => {
  const client = await withClaims(await serve());
  const first = await client.transaction('write');
  await first.execute('insert into claims values (1)');
  const order: string[] = [];
  const note = (name: string) => (result: unknown) => {
    order.push(name);
    return result;
  };
  const waiting = [
    client.execute('insert into claims values (2)').then(note('statement')),
    client.batch(['insert into claims values (3)'], 'write').then(note('batch')),
    client.executeMultiple('insert into claims values (4)').then(note('sequence')),
    client.transaction('write').then(async (second) => {
      await second.execute('insert into claims values (5)').then(note('transaction'));
      await second.commit();
    }),
  ];
  await client.batch(['select * from claims'], 'deferred').then(note('reader'));
  await first.commit().then(note('first'));
  await Promise.all(waiting);
  expect(order[0]).toBe('reader');
  expect(order.toSorted()).toEqual(['batch', 'first', 'reader', 'sequence', 'statement', 'transaction']);
  expect(await ids(client)).toEqual([1, 2, 3, 4, 5]);
});

test('a transaction that only reads so far takes the lock when it first writes', async () => {
  const client = await withClaims(await serve({ writerPatience_ms: 50 }));
  const deferred = await client.transaction('deferred');
  await deferred.execute('select * from claims');
  await client.execute('insert into claims values (1)');
  expect(await codeOf(deferred.execute('insert into claims values (2)'))).toBe('SQLITE_BUSY_SNAPSHOT');
  await deferred.rollback();
  const again = await client.transaction('deferred');
  await again.execute('insert into claims values (3)');
  expect(await codeOf(client.execute('insert into claims values (4)'))).toBe('SQLITE_BUSY');
  await again.commit();
  expect(await ids(client)).toEqual([1, 3]);
});

test('a writer gives up waiting after a while, clearly, and nothing of it is done', async () => {
  const client = await withClaims(await serve({ writerPatience_ms: 50 }));
  const first = await client.transaction('write');
  await first.execute('insert into claims values (1)');
  expect(await codeOf(client.execute('insert into claims values (2)'))).toBe('SQLITE_BUSY');
  expect(await codeOf(client.batch(['insert into claims values (3)'], 'write'))).toBe('SQLITE_BUSY');
  const second = await client.transaction('write');
  expect(await codeOf(second.execute('insert into claims values (4)'))).toBe('SQLITE_BUSY');
  second.close();
  await first.commit();
  expect(await ids(client)).toEqual([1]);
});

test('a transaction that falls silent is rolled back, and told so when it speaks again', async () => {
  const client = await withClaims(await serve({ streamIdle_ms: 30 }));
  const silent = await client.transaction('write');
  await silent.execute('insert into claims values (1)');
  // This one waits for the lock, so it is answered once the silent one has been rolled back.
  await client.execute('insert into claims values (2)');
  expect(await codeOf(silent.execute('insert into claims values (3)'))).toBe('STREAM_EXPIRED');
  expect(await ids(client)).toEqual([2]);
});

test('a baton is good for one request of its own database', async () => {
  const server = await serve();
  const first = await post(server, { requests: [{ type: 'execute', stmt: { sql: 'begin immediate' } }] });
  const { baton } = first.body;
  expect(await post(server, { baton, requests: [] }, 'tenant-two')).toMatchObject({
    body: { code: 'BATON_INVALID' },
  });
  const second = await post(server, { baton, requests: [{ type: 'get_autocommit' }] });
  expect(second.body.results).toEqual([
    { type: 'ok', response: { type: 'get_autocommit', is_autocommit: false } },
  ]);
  expect(await post(server, { baton, requests: [] })).toMatchObject({
    status: 400,
    body: { code: 'BATON_REUSED' },
  });
  expect(await post(server, { baton: 'made-up.1', requests: [] })).toMatchObject({
    body: { code: 'BATON_INVALID' },
  });
  const closed = await post(server, {
    baton: second.body.baton,
    requests: [{ type: 'close' }, { type: 'get_autocommit' }],
  });
  expect(closed.body).toMatchObject({
    baton: null,
    results: [{ type: 'ok' }, { error: { code: 'STREAM_CLOSED' } }],
  });
});

test('a transaction left open by a request that ends its stream is rolled back', async () => {
  const server = await serve();
  const client = await withClaims(server);
  const execute = (sql: string) => ({ type: 'execute', stmt: { sql } });
  await post(server, {
    requests: [execute('begin'), execute('insert into claims values (1)'), { type: 'close' }],
  });
  await client.execute('insert into claims values (2)');
  expect(await ids(client)).toEqual([2]);
});

test('many streams are refused rather than all slow', async () => {
  const server = await serve();
  const open = () => post(server, { requests: [{ type: 'execute', stmt: { sql: 'select 1' } }] });
  const answers = await Promise.all(Array.from({ length: 33 }, open));
  expect(answers.filter((answer) => answer.status === 503)).toMatchObject([
    { body: { code: 'TOO_MANY_STREAMS' } },
  ]);
});

test('many callers at once: every acknowledged row is there, once', async () => {
  const server = await serve();
  const client = clientOf(server, 'tenant-one', { concurrency: 64 });
  await client.execute('create table claims (id integer primary key, caller integer)');
  const callers = Array.from({ length: 64 }, async (_, caller) => {
    for (let round = 0; round < 10; round += 1) {
      const sql = 'insert into claims (caller) values (?)';
      await client.batch(
        [
          { sql, args: [caller] },
          { sql, args: [caller] },
        ],
        'write',
      );
    }
  });
  const interactive = Array.from({ length: 4 }, async () => {
    const transaction = await client.transaction('write');
    await transaction.execute('insert into claims (caller) values (-1)');
    await transaction.commit();
  });
  await Promise.all([...callers, ...interactive]);
  const { rows } = await client.execute(
    'select caller, count(*) as n from claims group by caller order by caller',
  );
  expect(rows).toEqual([
    { caller: -1, n: 4 },
    ...Array.from({ length: 64 }, (_, caller) => ({ caller, n: 20 })),
  ]);
});
