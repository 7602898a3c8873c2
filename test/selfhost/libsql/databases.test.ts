import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { clientOf, codeOf, post, serve } from './serving.ts';

test('databases are apart from one another', async () => {
  const server = await serve();
  await clientOf(server, 'tenant-one').execute('create table t (a)');
  expect(await codeOf(clientOf(server, 'tenant-two').execute('select * from t'))).toBe('SQLITE_ERROR');
});

test('one that nobody asks is closed, and opens again with what it held', async () => {
  const server = await serve({ databaseIdle_ms: 40 });
  const client = clientOf(server);
  await client.executeMultiple('create table t (a); insert into t values (1)');
  expect(server.openCount()).toBe(1);
  await vi.waitFor(() => expect(server.openCount()).toBe(0));
  expect((await stat(join(server.dataDir, 'databases/tenant-one.db'))).size).toBeGreaterThan(0);
  expect((await client.execute('select a from t')).rows).toEqual([{ a: 1 }]);
});

test('one with an open transaction stays open, however long it is silent', async () => {
  const server = await serve({ databaseIdle_ms: 20, streamIdle_ms: 60_000 });
  const transaction = await clientOf(server, 'tenant-one').transaction('write');
  await transaction.execute('create table t (a)');
  await clientOf(server, 'tenant-two').execute('select 1');
  await vi.waitFor(() => expect(server.openCount()).toBe(1));
  await transaction.commit();
  expect((await clientOf(server, 'tenant-one').execute('select * from t')).rows).toEqual([]);
});

test('no more than so many are open: the one used longest ago gives way', async () => {
  const server = await serve({ databasesOpenMax: 3 });
  for (let round = 0; round < 2; round += 1) {
    for (let number = 0; number < 40; number += 1) {
      const client = clientOf(server, `tenant-${number}`);
      await client.executeMultiple('create table if not exists t (a); insert into t values (1)');
      expect(server.openCount()).toBeLessThanOrEqual(3);
    }
  }
  expect((await clientOf(server, 'tenant-7').execute('select count(*) as n from t')).rows).toEqual([
    { n: 2 },
  ]);
  // Closed files give their handles back, if not at once.
  const handles = async () => (await readdir('/proc/self/fd')).length;
  await vi.waitFor(async () => expect(await handles()).toBeLessThan(150));
});

test('when all are busy another is refused until one is free', async () => {
  const server = await serve({ databasesOpenMax: 1 });
  const transaction = await clientOf(server, 'tenant-one').transaction('write');
  await transaction.execute('create table t (a)');
  expect(await codeOf(clientOf(server, 'tenant-two').execute('select 1'))).toBe('TOO_MANY_DATABASES');
  expect((await post(server, { requests: [] }, 'tenant-two')).status).toBe(503);
  await transaction.commit();
  await clientOf(server, 'tenant-two').execute('select 1');
});
