import { readFileSync } from 'node:fs';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { seededReasonCodes } from '../../../schema/domain/claims/reason-codes.ts';

const step = (name: string) => readFileSync(`schema/migrations/tenant/${name}.sql`, 'utf8');
const reasons = (before: string) => {
  const db = new Database(':memory:');
  db.exec(step('0001-spine'));
  db.exec(before);
  db.exec(step('0029-reasons-of-codes'));
  return db
    .prepare('select code, name, reason_group as "group", active from reason_codes order by code')
    .all();
};

test('a tenant that was open before has the reasons of codes too, as a new one does; its own words for them stay', () => {
  const asSeeded = (code: string) => {
    const { name, group } = seededReasonCodes.find((each) => each.code === code) ?? {};
    return { code, name, group, active: 1 };
  };
  expect(
    reasons("insert into reason_codes (code, name, reason_group) values ('197', 'Absent', 'CO')"),
  ).toEqual([asSeeded('15'), { code: '197', name: 'Absent', group: 'CO', active: 1 }, asSeeded('302')]);
  expect(
    reasons("insert into reason_codes (code, name, reason_group, active) values ('15', 'Ours', 'PR', 0)"),
  ).toEqual([{ code: '15', name: 'Ours', group: 'PR', active: 0 }, asSeeded('302')]);
});

test('one that is not open yet gets them with all the others', () => {
  expect(reasons('')).toEqual([]);
});
