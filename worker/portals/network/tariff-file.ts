import type { Context } from 'hono';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { AppEnv } from '../../env.ts';
import { csvText } from '../../imports/write-csv.ts';
import type { Database } from '../../queries/database.ts';
import { allPrices, type PricePlace } from '../../queries/service-prices.ts';
import { tariffPage } from '../../queries/tariff-page.ts';
import { type FiledPrice, tariffCells, tariffHeadings } from './tariff-csv.ts';

const portion = 2_000;

/** A name that can stand in a header and in any file system. */
const fileName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80) || 'tariff';

/** A part of a file, and where the next one begins; null: it was the last. */
interface Portion<Place> {
  prices: FiledPrice[];
  next: Place | null;
}

/** Prices as a CSV file, read and sent in portions. */
function fileOf<Place>(
  c: Context<AppEnv>,
  name: string,
  read: (after: Place | null) => Promise<Portion<Place>>,
): Response {
  const encoder = new TextEncoder();
  let after: Place | null = null;
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { prices, next } = await read(after);
      const cells = prices.map(tariffCells);
      const text = csvText(isFirst ? [tariffHeadings, ...cells] : cells);
      // The mark of the file's encoding stands at its beginning only.
      controller.enqueue(encoder.encode(isFirst ? text : text.slice(1)));
      isFirst = false;
      after = next;
      if (next === null) controller.close();
    },
  });
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName(name)}.csv"`,
  });
}

/** Every dated price of a tariff: what an import of the same file leaves as it is. */
export const tariffFile = (c: Context<AppEnv>, db: Database, tariff: string, name: string): Response =>
  fileOf<PricePlace>(c, name, async (after) => {
    const prices = await allPrices(db, tariff, after, portion);
    const last = prices.at(-1);
    return {
      prices,
      next: prices.length < portion || !last ? null : { service: last.service, from: last.from },
    };
  });

/** What is paid on a day for each service: the tariff's price, else the standard one. */
export const effectiveFile = (
  c: Context<AppEnv>,
  db: Database,
  { tariff, on }: { tariff: string; on: CalendarDate },
  name: string,
): Response =>
  fileOf<string>(c, name, async (after) => {
    const { rows, next } = await tariffPage(db, { tariff, on, after: after ?? '', effective: true }, portion);
    const prices = rows.map((row) => ({ ...row, from: on, price: row.price ?? row.standard }));
    return { prices: prices.filter(({ price }) => price !== null), next };
  });
