import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld, type World } from './a-desk.ts';
import { applied, checkedImport, rowsOf } from './import-file.ts';

const head = 'service,name,from,price';

async function prices({ people }: World, tariff: string) {
  const { rows } = await connect(env, `tenant-${people.id}`).execute({
    sql: 'select service, valid_from, price from tariff_prices where tariff = ? order by 1, 2',
    args: [tariff],
  });
  return rows.map(({ service, valid_from, price }) => [service, valid_from, price]);
}

test("a service's dated prices are set together, and the same file changes nothing", () =>
  inWorld(async (world) => {
    const target = { target: 'standard' };
    const text = `${head}\nCONS,,2020-01-01,7500.00\nLAB-MP,Malaria,,2500\nCONS,,2025-01-01,9000.00\nNOPE,,2020-01-01,1\nCONS,,2026-01-01,many\n`;
    const { id, checked } = await checkedImport(world, 'tariff', text, target);
    expect(checked).toEqual({ created: 3, changed: 0, unchanged: 0, refused: 2 });
    expect(await prices(world, 'standard')).toEqual([]);
    const rows = await rowsOf(world, id);
    expect(rows[3]?.reasons).toContain('"column":"service","message":"No service has the code NOPE."');
    expect((await applied(world, id)).applied).toEqual(checked);
    expect(await prices(world, 'standard')).toEqual([
      ['CONS', '2020-01-01', 750_000],
      ['CONS', '2025-01-01', 900_000],
      ['LAB-MP', '0001-01-01', 250_000],
    ]);
    const again = await checkedImport(world, 'tariff', text, target);
    expect(again.checked).toEqual({ created: 0, changed: 0, unchanged: 3, refused: 2 });
    expect(await world.findings()).toEqual([]);
  }));

test('a price that may not lie back is refused, and with it the rows that are set together with it', () =>
  inWorld(async (world) => {
    const target = { target: world.people.facility.organisation.id };
    await checkedImport(world, 'tariff', `${head}\nCONS,,2020-01-01,7500\n`, { ...target, commits: true });
    const text = `${head}\nCONS,,2021-01-01,8000\nCONS,,2099-01-01,9000\nLAB-MP,,2099-01-01,\n`;
    const { id, checked } = await checkedImport(world, 'tariff', text, target);
    expect(checked).toEqual({ created: 0, changed: 0, unchanged: 1, refused: 2 });
    const [past, later] = await rowsOf(world, id);
    expect(past?.reasons).toMatch(/"column":"from".*today/);
    expect(later?.reasons).toContain('Another row of this service is refused');
  }));
