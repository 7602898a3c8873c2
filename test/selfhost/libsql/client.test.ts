import * as http from '@libsql/client/http';
import * as web from '@libsql/client/web';
import { describe, expect, test } from 'vitest';
import { clientOf, codeOf, serve } from './serving.ts';

describe.each([
  ['web', web.createClient],
  ['http', http.createClient],
])('what @libsql/client/%s can do', (_, createClient) => {
  const open = async (intMode: 'number' | 'bigint' | 'string' = 'number') => {
    const server = await serve();
    return createClient({ url: `${server.url}/tenant-one/`, authToken: server.token, intMode });
  };

  test('values come back as they went', async () => {
    const client = await open('bigint');
    const blob = Uint8Array.from({ length: 300 }, (_value, index) => index % 256);
    const values = [null, 9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n, 1.5, 'Àdúkẹ́ 🩺', '', blob];
    const types = values.map(() => 'typeof(?)').join(', ');
    const [stored] = (await client.execute({ sql: `select ${types}`, args: values })).rows;
    expect(Object.values(stored ?? {})).toEqual(['null']);
    expect(Array.from(stored ?? [])).toEqual(['null', 'integer', 'integer', 'real', 'text', 'text', 'blob']);
    const [row] = (await client.execute({ sql: 'select ? a, ? b, ? c, ? d, ? e, ? f, ? g', args: values }))
      .rows;
    expect(row).toMatchObject({ a: values[0], b: values[1], c: values[2], d: 1.5, e: values[4], f: '' });
    expect(new Uint8Array(row?.g as ArrayBuffer)).toEqual(blob);
  });

  test('an integer too large for a double is an error where doubles are asked for, and a text where texts are', async () => {
    await expect((await open()).execute('select 9007199254740993')).rejects.toThrow(RangeError);
    expect((await (await open('string')).execute('select 9007199254740993 as n')).rows[0]?.n).toBe(
      '9007199254740993',
    );
  });

  test('an endless number is endless', async () => {
    const client = await open();
    expect((await client.execute('select 9e999 as up, -9e999 as down')).rows[0]).toEqual({
      up: Infinity,
      down: -Infinity,
    });
  });

  test.each([
    ['select ?, ?', [1, 2]],
    ['select ?2, ?1', [2, 1]],
    ['select :a, :b', { a: 1, b: 2 }],
    ['select @a, $b', { a: 1, b: 2 }],
    ['select $a, :b', { $a: 1, ':b': 2 }],
    ["select ':c', :a, /* :d */ :b -- :e", { a: 1, b: 2 }],
  ])('arguments of %s', async (sql, args) => {
    const { rows } = await (await open()).execute({ sql, args });
    expect(Array.from(rows[0] ?? []).filter((value) => typeof value === 'number')).toEqual([1, 2]);
  });

  test.each([
    ['select ?, ?', [1]],
    ['select ?', [1, 2]],
    ['select :a', { b: 1 }],
    ['select ?', ['a\0b']],
  ])('arguments that do not fit %s are refused', async (sql, args) => {
    expect(await codeOf((await open()).execute({ sql, args }))).toBe('ARGS_INVALID');
  });

  test('tells what a change did', async () => {
    const client = await open('bigint');
    await client.execute('create table lines (id integer primary key, v text)');
    const inserted = await client.execute("insert into lines (v) values ('a'), ('b'), ('c')");
    expect(inserted).toMatchObject({ rowsAffected: 3, lastInsertRowid: 3n });
    const huge = await client.execute("insert into lines values (9007199254740993, 'd')");
    expect(huge.lastInsertRowid).toBe(9_007_199_254_740_993n);
    const returned = await client.execute("update lines set v = 'x' where id < 3 returning id, v as letter");
    expect(returned).toMatchObject({ rowsAffected: 2, columns: ['id', 'letter'] });
    expect(returned.rows).toEqual([
      { id: 1n, letter: 'x' },
      { id: 2n, letter: 'x' },
    ]);
    expect(returned.lastInsertRowid).toBeUndefined();
    const withed = await client.execute('with few as (select 1 as id) delete from lines where id in few');
    expect(withed.rowsAffected).toBe(1);
    expect((await client.execute('select * from lines')).rowsAffected).toBe(0);
  });

  test('tells the columns, also after the table has changed', async () => {
    const client = await open();
    await client.execute('create table lines (id integer primary key, price real)');
    const before = await client.execute('select * from lines');
    expect([before.columns, before.columnTypes]).toEqual([
      ['id', 'price'],
      ['INTEGER', 'REAL'],
    ]);
    await client.execute('alter table lines add column note text');
    expect((await client.execute('select * from lines')).columns).toEqual(['id', 'price', 'note']);
  });

  test('a batch happens whole or not at all', async () => {
    const client = await open();
    await client.batch(
      ['create table claims (id integer primary key)', 'insert into claims values (1)'],
      'write',
    );
    const failed = client.batch(
      [
        { sql: 'insert into claims values (?)', args: [2] },
        { sql: 'insert into claims values (?)', args: [1] },
      ],
      'write',
    );
    await expect(failed).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY', statementIndex: 1 });
    expect((await client.execute('select id from claims')).rows).toEqual([{ id: 1 }]);
  });

  test('a batch for reading cannot write', async () => {
    const client = await open();
    await client.execute('create table claims (id)');
    expect(await codeOf(client.batch(['insert into claims values (1)'], 'read'))).toBe('SQLITE_READONLY');
    expect(await client.batch(['select * from claims', 'select 1'], 'read')).toHaveLength(2);
  });

  test('several statements at once, triggers among them', async () => {
    const client = await open();
    await client.executeMultiple(`
      create table claims (id integer primary key, state text); -- a comment; with a semicolon
      create table journal (claim);
      create trigger note after update on claims begin
        insert into journal values (case when new.state = 'paid' then new.id else null end);
      end;
      insert into claims values (1, 'a;b'); update claims set state = 'paid'`);
    expect((await client.execute('select claim from journal')).rows).toEqual([{ claim: 1 }]);
    expect(
      await codeOf(
        client.executeMultiple('insert into journal values (2); nonsense; insert into journal values (3)'),
      ),
    ).toBe('SQLITE_ERROR');
    expect((await client.execute('select count(*) as n from journal')).rows).toEqual([{ n: 2 }]);
  });

  test('migrate changes tables with foreign keys off, and they are on again afterwards', async () => {
    const client = await open();
    await client.migrate([
      'create table plans (id integer primary key)',
      'create table members (plan integer references plans)',
      'insert into members values (7)',
    ]);
    expect(await codeOf(client.execute('insert into members values (8)'))).toBe(
      'SQLITE_CONSTRAINT_FOREIGNKEY',
    );
  });

  test('a statement is one statement', async () => {
    const client = await open();
    expect(await codeOf(client.execute('select 1; select 2'))).toBe('SQL_MANY_STATEMENTS');
    expect(await codeOf(client.execute('-- nothing'))).toBe('SQL_NO_STATEMENT');
    expect((await client.execute('select 1;')).rows).toHaveLength(1);
  });
});

test.each([
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'insert into t values (1, 9, 9)'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'insert into t values (2, 1, 9)'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'insert into t values (2, null, 9)'],
  ['SQLITE_CONSTRAINT_CHECK', 'insert into t values (2, 9, -1)'],
  ['SQLITE_ERROR', 'select * from nowhere'],
  ['SQLITE_ERROR', 'selec 1'],
  ['SQLITE_AUTH', "attach 'other.db' as other"],
  ['SQLITE_AUTH', "vacuum into 'copy.db'"],
  ['SQLITE_AUTH', 'create temp table t2 (a)'],
  ['SQLITE_AUTH', 'pragma synchronous = off'],
  ['SQLITE_AUTH', 'pragma main.journal_mode = delete'],
  ['SQLITE_AUTH', "pragma rekey = 'x'"],
])('%s from %s', async (code, sql) => {
  const client = clientOf(await serve());
  await client.executeMultiple(
    'create table t (id integer primary key, u not null unique, c check (c > 0)); insert into t values (1, 1, 1)',
  );
  expect(await codeOf(client.execute(sql))).toBe(code);
  expect(await codeOf(client.executeMultiple(sql))).toBe(code);
  expect((await client.execute('select id from t')).rows).toEqual([{ id: 1 }]);
});

test('half a surrogate pair in a JSON text cannot end the process when it is read', async () => {
  const client = clientOf(await serve());
  const halves = JSON.stringify(['a\ud800', '\ude00\ud83d', '🩺', '\ud83d\ude00']).replace(
    '😀',
    '\\ud83d\\uDE00',
  );
  const { rows } = await client.execute({ sql: 'select value from json_each(?)', args: [halves] });
  expect(rows.map((row) => row.value)).toEqual(['a\ufffd', '\ufffd\ufffd', '🩺', '😀']);
  const unnest = "select json_extract(json_extract(?, '$'), '$.note') as note";
  const notes = ['"\\udfff"', '"\\ud83d\\ude00"', '"\\ud83d\\\\ude00"', '"\\\\ud83d\\ude00"'];
  for (const [index, note] of notes.entries()) {
    const nested = JSON.stringify(`{"note":${note}}`);
    const read = await client.execute({ sql: unnest, args: [nested] });
    expect(read.rows[0]?.note).toBe(['\ufffd', '😀', '\ufffd\\ufffd', '\\ufffd\ufffd'][index]);
  }
  expect((await client.execute({ sql: 'select ? as raw', args: ['\ud800'] })).rows).toEqual([
    { raw: '\ufffd' },
  ]);
});

test('an answer that is too large is refused, and the connection is well afterwards', async () => {
  const client = clientOf(await serve());
  const endless =
    'with recursive n(i) as (select 1 union all select i + 1 from n) select i, zeroblob(1000000) from n';
  expect(await codeOf(client.execute(endless))).toBe('RESPONSE_TOO_LARGE');
  await client.execute('create table t (a)');
  expect((await client.execute('pragma wal_checkpoint(truncate)')).rows[0]?.busy).toBe(0);
});
