import { expect, test } from 'vitest';
import { readSql } from '../../../selfhost/libsql/sql-text.ts';

test.each([
  ['', []],
  [' ; ;; -- nothing\n /* ; */', []],
  ['select 1; select 2', ['select 1', 'select 2']],
  ['select \';\' ; select "a;b", `c;d`, [e;f]', ["select ';'", 'select "a;b", `c;d`, [e;f]']],
  ["select 'it''s; fine'; select 2", ["select 'it''s; fine'", 'select 2']],
  ['select 1 -- a; b\n; select /* ; */ 2 /* never ends ;', ['select 1', 'select /* ; */ 2']],
  ["select 'never ends; ", ["select 'never ends; "]],
  [
    'create trigger t after insert on a begin select 1; select case when 1 then 2 end; end; select 3',
    ['create trigger t after insert on a begin select 1; select case when 1 then 2 end; end', 'select 3'],
  ],
  [
    'CREATE TEMP TRIGGER t BEGIN SELECT 1; END; select 2',
    ['CREATE TEMP TRIGGER t BEGIN SELECT 1; END', 'select 2'],
  ],
  [
    'begin; insert into a values (1); end; select 1',
    ['begin', 'insert into a values (1)', 'end', 'select 1'],
  ],
])('splits %j', (sql, statements) => {
  expect(readSql(sql).map((statement) => statement.sql)).toEqual(statements);
});

test.each([
  ['select 1', []],
  ['select ?, ?', [null, null]],
  ['select ?3, ?', [null, null, '?3', null]],
  ['select :a, @b, $c, :a', [':a', '@b', '$c']],
  ['select $a::b(c)', ['$a::b(c)']],
  ['select \':a\', "?", [@b], `$c` -- ?\n /* ? */', []],
  ["select a$b, x'00', 1e5, e'?' from t where \u00e9t\u00e9 = :\u00e9t\u00e9", [':\u00e9t\u00e9']],
  ["select json_extract(a, '$.b') ->> '$.c'", []],
])('finds the parameters of %j', (sql, parameters) => {
  expect(readSql(sql)[0]?.parameters).toEqual(parameters);
});

test.each([
  ['SELECT 1', 'read'],
  ['/* a */ values (1)', 'read'],
  ['explain query plan delete from t', 'read'],
  ['with a as (select 1), b as (values (2)) select * from a', 'read'],
  ["with a as (select replace('a', 'b', 'c')) insert into t select * from a", 'insert'],
  ['with recursive a as (select 1) update t set x = 1', 'change'],
  ['replace into t values (1)', 'insert'],
  ['insert or ignore into t values (1)', 'insert'],
  ['delete from t', 'change'],
  ['BEGIN', 'transaction'],
  ['begin deferred transaction', 'transaction'],
  ['begin immediate', 'begin-write'],
  ['BEGIN TRANSACTION READONLY', 'begin-read'],
  ['rollback to here', 'transaction'],
  ['pragma user_version', 'pragma'],
  ['create table t (a)', 'schema'],
  ['analyze', 'schema'],
  ['reindex', 'schema'],
])('%j is of kind %s', (sql, kind) => {
  expect(readSql(sql)[0]?.kind).toBe(kind);
});

test.each([
  "ATTACH 'a.db' AS a",
  'attach\n?1 as a',
  '/* */ attach database :a as b',
  'detach a',
  "vacuum main into 'x'",
  'pragma journal_mode = delete',
  'pragma main.journal_mode = delete',
  'pragma journal_mode(delete)',
  'pragma writable_schema = 1',
  'PRAGMA temp_store_directory = "/tmp"',
  "pragma key = 'x'",
  "pragma hexrekey = 'x'",
  'create temporary view v as select 1',
])('refuses %j', (sql) => {
  expect(readSql(sql)[0]?.refusal).toEqual(expect.any(String));
});

test.each([
  'vacuum',
  'pragma table_info(t)',
  "pragma table_xinfo('t')",
  'pragma foreign_keys = off',
  'pragma wal_checkpoint(truncate)',
  'pragma main.user_version = 3',
  'pragma journal_mode',
])('allows %j', (sql) => {
  expect(readSql(sql)[0]?.refusal).toBeNull();
});
