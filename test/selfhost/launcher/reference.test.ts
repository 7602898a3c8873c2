import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseUrl, type LibsqlProcess, spawnLibsql } from '../../../selfhost/processes/libsql-process.ts';
import { stopProcess } from '../../../selfhost/processes/stop.ts';
import { loadReference } from '../../../selfhost/reference/load.ts';

describe('the diagnoses', () => {
  const databaseToken = 'a token for this test, long enough';
  let dataDir: string;
  let libsql: LibsqlProcess;
  let client: Client;
  const load = () => loadReference({ databaseUrl: databaseUrl(libsql.origin), databaseToken });
  const rows = async (sql: string) => (await client.execute(sql)).rows.map((row) => ({ ...row }));

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'vetra-reference-'));
    libsql = await spawnLibsql({
      dataDir,
      port: 0,
      token: databaseToken,
      key: Buffer.alloc(32, 7).toString('base64'),
    });
    client = createClient({ url: `${libsql.origin}/reference/`, authToken: databaseToken });
  });
  afterAll(async () => {
    client.close();
    await stopProcess(libsql.child);
    await rm(dataDir, { recursive: true });
  });

  test('are loaded once', async () => {
    expect(await load()).toEqual({ loaded: 95_358 });
    expect(await load()).toEqual({ loaded: 0 });
    expect(await rows('select count(*) as n from icd10')).toEqual([{ n: 95_358 }]);
  });

  test('keep headings apart from what may stand on a claim', async () => {
    expect(
      await rows(
        "select code, billable, description from icd10 where code in ('A00', 'A00.0') order by code",
      ),
    ).toEqual([
      { code: 'A00', billable: 0, description: 'Cholera' },
      { code: 'A00.0', billable: 1, description: 'Cholera due to Vibrio cholerae 01, biovar cholerae' },
    ]);
  });

  test('are found by the beginnings of words', async () => {
    const found = await rows(
      `select code from icd10 where id in (select rowid from icd10_search where icd10_search match 'plasm* falci* cereb*')`,
    );
    expect(found).toEqual([{ code: 'B50.0' }]);
  });

  test('that were loaded half are completed', async () => {
    await client.batch(["delete from sources where name = 'icd10'", "delete from icd10 where code >= 'M'"]);
    expect(await load()).toEqual({ loaded: 95_358 });
    expect(await rows('select count(*) as n from icd10')).toEqual([{ n: 95_358 }]);
    expect(await rows("insert into icd10_search (icd10_search) values ('integrity-check')")).toEqual([]);
  });
});
