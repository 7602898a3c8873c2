import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { openTenant } from './a-tenant.ts';

const people = await openTenant();

async function planOf(sql: string): Promise<string> {
  const { rows } = await connect(env, `tenant-${people.id}`).execute(`explain query plan ${sql}`);
  return rows.map((row) => String(row.detail)).join('; ');
}

test.each([
  [
    'links by name',
    "select name from links where (name, facility_id) > ('a', 'b') order by name, facility_id limit 51",
  ],
  [
    'links of a state',
    "select name from links where state = 'APPROVED' and (name, facility_id) > ('a', 'b') order by name, facility_id limit 51",
  ],
  [
    'the services of a tariff',
    "select distinct service from tariff_prices where tariff = 'x' and service > 'y' order by service limit 51",
  ],
  [
    'the price of a day',
    "select price from tariff_prices where tariff = 'x' and service = 'y' and valid_from <= '2026-01-01' order by valid_from desc limit 1",
  ],
  [
    'a tariff’s prices after a place',
    "select price from tariff_prices where tariff = 'x' and (service > 'y' or (service = 'y' and valid_from > 'z')) order by service, valid_from limit 51",
  ],
  ['contacts', "select name from staff where role_key = 'x' and state = 'ACTIVE' order by name limit 10"],
])('%s are read along an index, without sorting', async (_, sql) => {
  expect(await planOf(sql)).not.toMatch(/SCAN|TEMP B-TREE/);
});
