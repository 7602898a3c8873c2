import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import { expect, test } from 'vitest';
import { startLibsql } from '../../../selfhost/libsql/server.ts';
import { endBy, spawnServer, urlOf } from './process.ts';
import { clientOf, codeOf, emptyDirectory, key, serve } from './serving.ts';

const clientAt = (url: string) => createClient({ url: `${url}/tenant-one/`, authToken: 'token' });

test('every row acknowledged before a kill is there after the next start', async () => {
  const dataDir = await emptyDirectory();
  const first = await spawnServer({ DATA_DIR: dataDir });
  const client = clientAt(urlOf(first));
  await client.execute('create table claims (id integer primary key)');
  const acknowledged: number[] = [];
  const enough = Promise.withResolvers<void>();
  const callers = Array.from({ length: 8 }, async (_, caller) => {
    for (let id = caller; ; id += 8) {
      await client.batch([{ sql: 'insert into claims values (?)', args: [id] }], 'write');
      if (acknowledged.push(id) === 200) enough.resolve();
    }
  });
  const ended = Promise.allSettled(callers);
  await enough.promise;
  expect(await endBy(first.child, 'SIGKILL')).toBe('SIGKILL');
  await ended;
  const second = await spawnServer({ DATA_DIR: dataDir });
  const { rows } = await clientAt(urlOf(second)).execute('select id from claims');
  const found = new Set(rows.map((row) => row.id));
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  expect((await clientAt(urlOf(second)).execute('pragma integrity_check')).rows).toEqual([
    { integrity_check: 'ok' },
  ]);
});

test('on SIGTERM it closes its files and ends well', async () => {
  const dataDir = await emptyDirectory();
  const server = await spawnServer({ DATA_DIR: dataDir });
  const client = clientAt(urlOf(server));
  await client.execute('create table claims (id)');
  const open = await client.transaction('write');
  await open.execute('insert into claims values (1)');
  expect(await endBy(server.child, 'SIGTERM')).toBe(0);
  expect((await stat(join(dataDir, 'databases/tenant-one.db'))).size).toBeGreaterThan(4096);
  const log = await stat(join(dataDir, 'databases/tenant-one.db-wal')).catch(() => ({ size: 0 }));
  expect(log.size).toBe(0);
  const again = await serve({ dataDir });
  expect((await clientOf(again).execute('select * from claims')).rows).toEqual([]);
});

test('it ends when the process that started it is gone', async () => {
  const server = await spawnServer({ DATA_DIR: await emptyDirectory() });
  const ended = once(server.child, 'exit');
  server.child.disconnect();
  expect(await ended).toEqual([0, null]);
});

test('a data directory has one server, in whichever process', async () => {
  const dataDir = await emptyDirectory();
  const first = await spawnServer({ DATA_DIR: dataDir });
  const second = await spawnServer({ DATA_DIR: dataDir });
  expect([second.line, second.child.exitCode]).toEqual([null, 1]);
  expect(second.errors()).toContain(`is held by another libSQL server (pid ${first.child.pid})`);
  await expect(startLibsql({ dataDir, key })).rejects.toThrow('is held by another');
  await endBy(first.child, 'SIGKILL');
  const third = await serve({ dataDir });
  await expect(startLibsql({ dataDir, key })).rejects.toThrow(`(pid ${process.pid})`);
  await third.stop();
  await serve({ dataDir });
});

test('the files hold nothing readable, and are for their owner only', async () => {
  const dataDir = await emptyDirectory();
  const server = await spawnServer({ DATA_DIR: dataDir });
  const client = clientAt(urlOf(server));
  await client.execute('create table diagnoses (text)');
  await client.execute({
    sql: 'insert into diagnoses values (?)',
    args: ['plasmodium falciparum malaria '.repeat(100)],
  });
  const read = async () => {
    const names = (await readdir(dataDir, { recursive: true })).filter((name) => name.includes('tenant-one'));
    return Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(dataDir, name), 'latin1') })),
    );
  };
  const running = await read();
  expect(running.map((file) => file.name).toSorted()).toEqual(
    ['.db', '.db-shm', '.db-wal'].map((end) => `databases/tenant-one${end}`),
  );
  await endBy(server.child, 'SIGTERM');
  for (const { text } of [...running, ...(await read())])
    expect(text).not.toMatch(/malaria|diagnoses|SQLite format/);
  expect((await stat(join(dataDir, 'databases/tenant-one.db'))).mode & 0o077).toBe(0);
});

test('another key is refused at the start, and a single file of another key when it is opened', async () => {
  const dataDir = await emptyDirectory();
  const server = await serve({ dataDir });
  await clientOf(server).execute('create table t (a)');
  await server.stop();
  await expect(startLibsql({ dataDir, key: 'ff'.repeat(32) })).rejects.toThrow(
    'the encryption key does not open',
  );
  const elsewhere = await serve({ key: 'ff'.repeat(32) });
  const file = await readFile(join(dataDir, 'databases/tenant-one.db'));
  await writeFile(join(elsewhere.dataDir, 'databases/tenant-one.db'), file);
  expect(await codeOf(clientOf(elsewhere).execute('select * from t'))).toBe('SQLITE_NOTADB');
  await expect(clientOf(elsewhere).execute('select 1')).rejects.toThrow(
    'the encryption key does not open it',
  );
});

test('a key is the same in hex and in base64', async () => {
  const dataDir = await emptyDirectory();
  await (await serve({ dataDir })).stop();
  await serve({ dataDir, key: Buffer.from(key, 'hex').toString('base64') });
});

test.each([
  [{ DATA_DIR: '' }, 'DATA_DIR is not set'],
  [{ LIBSQL_TOKEN: '' }, 'LIBSQL_TOKEN is not set'],
  [{ LIBSQL_KEY: '' }, 'LIBSQL_KEY is not set'],
  [{ LIBSQL_KEY: 'short' }, 'must be 32 bytes'],
  [{ LIBSQL_PORT: '80a' }, 'LIBSQL_PORT is not a port number'],
  [{ LIBSQL_HOST: '0.0.0.0' }, 'listens on loopback only'],
])('does not start with %j', async (environment, reason) => {
  const server = await spawnServer({ DATA_DIR: await emptyDirectory(), ...environment });
  expect([server.line, server.child.exitCode]).toEqual([null, 1]);
  expect(server.errors()).toContain(reason);
});
