import { readFileSync } from 'node:fs';
import Database from 'libsql';
import { beforeAll, expect, test } from 'vitest';
import { phoneKey } from '../../../schema/domain/members/phone.ts';

const step = (name: string) => readFileSync(`schema/migrations/tenant/${name}.sql`, 'utf8');
const db = new Database(':memory:');
const phone = '+234 (0)803-555.0142';

/** A tenant's database as it was before cover had steps, with a family in it. */
beforeAll(() => {
  db.exec('pragma foreign_keys = on');
  db.exec(step('0001-spine'));
  db.exec(`insert into clients (code, name, families) values ('INDV', 'Individuals', 1);
    insert into enrollees (id, member_id, external_id, client_code, principal_id, relation, first_name, last_name, birth_date, sex, phone, cover_from, cover_to) values
      ('a', 'TST-INDV-00001-P', 'x', 'INDV', null, 'principal', 'Ngózi', 'Ade', '1990-01-01', 'female', '${phone}', '2020-01-01', null),
      ('b', 'TST-INDV-00001-S1', 'y', 'INDV', 'a', 'spouse', 'Obi', 'Ade', '1990-01-01', 'male', null, '2020-01-01', '2028-02-28');`);
  db.exec(`begin immediate; ${step('0002-members')}; commit;`);
});

const bodyOf = (id: string) =>
  JSON.parse(
    String(Reflect.get(Object(db.prepare('select body from enrollees where id = ?').get(id)), 'body')),
  );

test('covers that were dates become steps, and nobody has a plan yet', () => {
  const begin = { from: '2020-01-01', state: 'ACTIVE', reason: 'Enrolled', at: 0 };
  expect(bodyOf('a')).toEqual({
    cover: [begin],
    plans: [],
    primaryFacilities: [],
    transferred: false,
    nin: null,
    nhiaNumber: null,
    consents: [],
  });
  // the day after 28 February of a leap year
  const end = { from: '2028-02-29', state: 'TERMINATED', reason: 'End of cover as enrolled', at: 0 };
  expect(bodyOf('b').cover).toEqual([begin, end]);
});

test('telephone numbers are compared as new ones are, and clients count their people', () => {
  const row = Object(db.prepare("select phone_key from enrollees where id = 'a'").get());
  expect(row.phone_key).toBe(phoneKey(phone));
  expect(db.prepare('select people, body from clients').get()).toMatchObject({ people: 2, body: '{}' });
});

test('names are found without their accents, and follow a change of name', () => {
  const found = (word: string) =>
    db.prepare('select rowid from enrollees_text where enrollees_text match ?').all(`"${word}"*`).length;
  expect([found('ngo'), found('ade'), found('indv')]).toEqual([1, 2, 2]);
  db.exec("update enrollees set first_name = 'Zainab' where id = 'a'");
  expect([found('ngo'), found('zai')]).toEqual([0, 1]);
});
