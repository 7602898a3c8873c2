import { type SQL, sql } from 'drizzle-orm';
import { standardTariff } from '../../schema/domain/pricing/set-price.ts';
import type { Database } from './database.ts';

/** One service in a tariff on a day. */
export interface TariffRow {
  service: string;
  name: string;
  unit: string;
  /** what the tariff itself says that day; null: nothing, or that it has ended */
  price: number | null;
  since: string | null;
  /** what the standard tariff says */
  standard: number | null;
  /** when the tariff's own price changes next, and to what */
  next: string | null;
  nextPrice: number | null;
}

export interface TariffAsked {
  tariff: string;
  /** the day whose prices are asked for */
  on: string;
  after: string;
  /** with the services that only the standard tariff has a price for */
  effective: boolean;
}

/** The codes of services with a price in a tariff, in their order, after one: a walk along the key. */
const codesOf = (tariff: string, after: string, limit: number): SQL =>
  sql`select distinct service from tariff_prices where tariff = ${tariff} and service > ${after} order by service limit ${limit}`;

const held = (what: 'price' | 'valid_from', tariff: string, on: string): SQL =>
  sql`(select ${sql.raw(what)} from tariff_prices p where p.tariff = ${tariff} and p.service = c.service and p.valid_from <= ${on} order by p.valid_from desc limit 1)`;
const coming = (what: 'price' | 'valid_from', tariff: string, on: string): SQL =>
  sql`(select ${sql.raw(what)} from tariff_prices p where p.tariff = ${tariff} and p.service = c.service and p.valid_from > ${on} order by p.valid_from limit 1)`;

function rowsOf(db: Database, codes: SQL, { tariff, on }: Pick<TariffAsked, 'tariff' | 'on'>) {
  return db.all<TariffRow>(sql`select c.service, s.name, s.unit,
      ${held('price', tariff, on)} as price, ${held('valid_from', tariff, on)} as since,
      ${held('price', standardTariff, on)} as standard,
      ${coming('valid_from', tariff, on)} as next, ${coming('price', tariff, on)} as nextPrice
    from (${codes}) c join services s on s.code = c.service order by c.service`);
}

/** One page of a tariff by code, and after which code the next one starts. */
export async function tariffPage(
  db: Database,
  asked: TariffAsked,
  limit: number,
): Promise<{ rows: TariffRow[]; next: string | null }> {
  const { tariff, after, effective } = asked;
  const own = codesOf(tariff, after, limit + 1);
  const codes =
    effective && tariff !== standardTariff
      ? sql`select service from (${own}) union select service from (${codesOf(standardTariff, after, limit + 1)}) order by service limit ${limit + 1}`
      : own;
  const found = await rowsOf(db, codes, asked);
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.service ?? null) : null };
}

/** These services in a tariff, priced there or not. */
export function tariffRows(
  db: Database,
  asked: Pick<TariffAsked, 'tariff' | 'on'>,
  codes: readonly string[],
): Promise<TariffRow[]> {
  return rowsOf(db, sql`select value as service from json_each(${JSON.stringify(codes)})`, asked);
}
