import type { Context } from 'hono';
import type { AppEnv } from '../../env.ts';
import { csvText } from '../../imports/write-csv.ts';
import type { Database } from '../../queries/database.ts';
import { allPrices, type PricePlace } from '../../queries/service-prices.ts';
import { tariffCells, tariffHeadings } from './tariff-csv.ts';

const portion = 2_000;

/** A name that can stand in a header and in any file system. */
const fileName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80) || 'tariff';

/** A tariff's dated prices as a CSV file, read and sent in portions. */
export function tariffFile(c: Context<AppEnv>, db: Database, tariff: string, name: string): Response {
  const encoder = new TextEncoder();
  let after: PricePlace | null = null;
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const rows = await allPrices(db, tariff, after, portion);
      const cells = rows.map(tariffCells);
      const text = csvText(isFirst ? [[...tariffHeadings], ...cells] : cells);
      controller.enqueue(encoder.encode(isFirst ? text : text.slice(1)));
      isFirst = false;
      const last = rows.at(-1);
      if (rows.length < portion || !last) controller.close();
      else after = { service: last.service, from: last.from };
    },
  });
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName(name)}.csv"`,
  });
}
