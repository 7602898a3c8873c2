import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { openFacilityForm, openTenantForm, putStaffForm } from '../../../schema/forms/organisation.ts';
import { putClientForm } from '../../../schema/forms/put-client.ts';
import { putServiceForm } from '../../../schema/forms/put-service.ts';
import { demoClients } from '../../../selfhost/demo/clients.ts';
import { demoFacilities, demoFacility, demoTenant } from '../../../selfhost/demo/organisations.ts';
import { demoPeople, demoStaff } from '../../../selfhost/demo/people.ts';
import { demoServices, standardPrice } from '../../../selfhost/demo/services.ts';
import { visits } from '../../../selfhost/demo/visits.ts';

const billable = new Set(
  gunzipSync(readFileSync('schema/reference/icd10.tsv.gz'))
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, flag]) => flag === '1')
    .map(([code]) => code),
);

test('about a hundred services, each code once, prices in whole naira', () => {
  expect(demoServices.length).toBeGreaterThanOrEqual(90);
  expect(new Set(demoServices.map(({ code }) => code)).size).toBe(demoServices.length);
  for (const service of demoServices) {
    expect(putServiceForm.safeParse(service).success).toBe(true);
    expect((service.price ?? 1) % 100).toBe(0);
  }
  expect(() => standardPrice('NONE')).toThrow('no service NONE');
});

test('every diagnosis of a visit can be billed and every line is in the catalogue', () => {
  for (const visit of visits) {
    for (const code of visit.diagnoses.flat()) expect([code, billable.has(code)]).toEqual([code, true]);
    for (const { code, from, to } of visit.items) {
      expect(standardPrice(code)).toBeGreaterThan(0);
      expect(from).toBeLessThanOrEqual(to);
    }
  }
});

test('the forms take the organisations and clients', () => {
  expect(openTenantForm.safeParse(demoTenant.open).success).toBe(true);
  for (const { profile } of demoFacilities) expect(openFacilityForm.safeParse(profile).success).toBe(true);
  for (const client of demoClients('2026-11-23')) expect(putClientForm.safeParse(client).success).toBe(true);
  expect(new Set([demoTenant.id, ...demoFacilities.map(({ id }) => id)]).size).toBe(4);
  expect(demoFacility('marigold').profile.level).toBe('primary');
});

test('there is somebody of every role, and one person at two facilities', () => {
  const keys = (at: 'tenant' | 'facility') => seededRoles[at].map(({ key }) => key).sort();
  const held = (insurer: boolean) =>
    [
      ...new Set(
        demoPeople
          .flatMap(({ memberships }) => memberships.filter(({ at }) => (at === 'meridian') === insurer))
          .map(({ roleKey }) => roleKey),
      ),
    ].sort();
  expect(held(true)).toEqual(keys('tenant'));
  expect(held(false)).toEqual(keys('facility'));
  expect(demoStaff('meridian', 'adjudicator')).toHaveLength(2);
  expect(demoPeople.filter(({ memberships }) => memberships.length > 1).map(({ name }) => name)).toEqual([
    'Rukayat Balogun',
  ]);
});

test('account ids differ, addresses end in .example, and the form takes everybody', () => {
  expect(new Set(demoPeople.map(({ accountId }) => accountId)).size).toBe(demoPeople.length);
  for (const { accountId, name, email, memberships } of demoPeople) {
    expect(email).toMatch(/\.example$/);
    for (const { roleKey } of memberships)
      expect(putStaffForm.safeParse({ accountId, name, email, roleKey }).success).toBe(true);
  }
});
