import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startLibsql } from '../../../selfhost/libsql/server.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { createDatabase } from '../../../worker/databases/create-database.ts';
import { createTursoDatabase } from '../../../worker/databases/create-turso-database.ts';
import { recordedApi } from './recorded-api.ts';

const unreachable = { DATABASE_URL: 'http://127.0.0.1:1/{db}/', DATABASE_TOKEN: 'token' };

describe('embedded', () => {
  test('creates the file, and is content when it is there already', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'vetra-databases-'));
    const libsql = await startLibsql({ dataDir, key: 'a'.repeat(64) });
    onTestFinished(async () => {
      await libsql.stop();
      await rm(dataDir, { recursive: true });
    });
    const env = {
      DATABASE_URL: `${libsql.url}/{db}/`,
      DATABASE_TOKEN: libsql.token,
      DATABASE_ADMIN: 'embedded',
    };
    await createDatabase(env, 'tenant-lagos');
    await connect(env, 'tenant-lagos').execute('create table kept (x)');
    await createDatabase(env, 'tenant-lagos');
    expect((await connect(env, 'tenant-lagos').execute('select * from kept')).rows).toEqual([]);
    expect(await readdir(join(dataDir, 'databases'))).toContain('tenant-lagos.db');
  });

  test('says so when the server does not answer', async () => {
    await expect(createDatabase(unreachable, 'tenant-lagos')).rejects.toThrow();
  });
});

describe('libSQL server', () => {
  const created = { status: 200, body: '' };
  const exists = { status: 400, body: '{"error":"Namespace `tenant-lagos` already exists"}' };

  test('asks for a namespace', async () => {
    const api = await recordedApi([created]);
    const env = {
      ...unreachable,
      DATABASE_ADMIN: `libsql-server:${api.url}`,
      DATABASE_ADMIN_TOKEN: 'secret',
    };
    await createDatabase(env, 'tenant-lagos');
    expect(api.seen).toEqual([
      {
        method: 'POST',
        path: '/v1/namespaces/tenant-lagos/create',
        authorization: 'Bearer secret',
        body: {},
      },
    ]);
  });

  test('sends a token of another scheme as it is, and none when there is none', async () => {
    const api = await recordedApi([created, created]);
    const env = { ...unreachable, DATABASE_ADMIN: `libsql-server:${api.url}` };
    await createDatabase({ ...env, DATABASE_ADMIN_TOKEN: 'basic c2VjcmV0' }, 'directory');
    await createDatabase(env, 'directory');
    expect(api.seen.map((request) => request.authorization)).toEqual(['basic c2VjcmV0', undefined]);
  });

  test('takes a namespace that exists for created', async () => {
    const api = await recordedApi([exists]);
    await createDatabase({ ...unreachable, DATABASE_ADMIN: `libsql-server:${api.url}` }, 'tenant-lagos');
    expect(api.seen).toHaveLength(1);
  });

  test('passes on why it refused', async () => {
    const api = await recordedApi([{ status: 400, body: '{"error":"Invalid namespace"}' }]);
    const env = { ...unreachable, DATABASE_ADMIN: `libsql-server:${api.url}` };
    await expect(createDatabase(env, 'tenant-lagos')).rejects.toThrow(
      /tenant-lagos: 400 .*Invalid namespace/,
    );
  });
});

describe('Turso', () => {
  const account = { organisation: 'acme', group: 'lagos', token: 'platform-token' };
  const created = {
    status: 200,
    body: '{"database":{"DbId":"0eb771dd-6906-11ee-8553-eaa7715aeaf2","Hostname":"tenant-lagos-acme.turso.io","Name":"tenant-lagos"}}',
  };

  test('asks for a database in the group', async () => {
    const api = await recordedApi([created]);
    await createTursoDatabase({ ...account, baseUrl: `${api.url}v1/` }, 'tenant-lagos');
    expect(api.seen).toEqual([
      {
        method: 'POST',
        path: '/v1/organizations/acme/databases',
        authorization: 'Bearer platform-token',
        body: { name: 'tenant-lagos', group: 'lagos' },
      },
    ]);
  });

  test.each([
    { status: 409, body: '{"error":"database with name tenant-lagos already exists"}' },
    { status: 400, body: '{"error":"database with same name already exists"}' },
  ])('takes a database that exists for created ($status)', async (exists) => {
    const api = await recordedApi([exists]);
    await createTursoDatabase({ ...account, baseUrl: `${api.url}v1/` }, 'tenant-lagos');
    expect(api.seen).toHaveLength(1);
  });

  test('passes on why it refused', async () => {
    const api = await recordedApi([{ status: 404, body: '{"error":"group not found"}' }]);
    const refused = createTursoDatabase({ ...account, baseUrl: `${api.url}v1/` }, 'tenant-lagos');
    await expect(refused).rejects.toThrow('Turso did not create database tenant-lagos: group not found');
  });

  test('does not ask without a token', async () => {
    const env = { ...unreachable, DATABASE_ADMIN: 'turso:acme/lagos' };
    await expect(createDatabase(env, 'tenant-lagos')).rejects.toThrow('DATABASE_ADMIN_TOKEN is not set');
  });
});

test('refuses a name that is not one before it asks anybody', async () => {
  const api = await recordedApi([]);
  const env = { ...unreachable, DATABASE_ADMIN: `libsql-server:${api.url}` };
  for (const name of ['', '../x', 'a/b', 'a%2fb', 'A', '-a', 'a.b', 'a'.repeat(64)]) {
    await expect(createDatabase(env, name)).rejects.toThrow('is not the name of a database');
  }
  expect(api.seen).toEqual([]);
});
