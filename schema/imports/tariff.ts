import { parseMoney } from '../domain/money.ts';
import { beginning } from '../domain/network/link.ts';
import type { FieldError } from '../domain/refusal.ts';
import { putPricesForm } from '../forms/put-prices.ts';
import type { ImportColumn } from './columns.ts';
import { isoDate } from './dates.ts';
import { type Cells, errorsOf, given, type ReadingFacts, type ReadRow, type RowReader } from './reader.ts';
import type { TariffWork } from './work.ts';

const columns: readonly ImportColumn[] = [
  { name: 'service', means: 'The service’s code.', example: 'CON-001', required: true },
  { name: 'name', means: 'What it is called: for you, it is read over.', example: 'General consultation' },
  {
    name: 'from',
    means:
      'The first day of the price, today or later where there is one already. Empty: from the beginning.',
    example: '2026-12-01',
    required: true,
  },
  {
    name: 'price',
    means: 'With two decimals. Empty: there is no price any more from that day.',
    example: '7500.00',
    required: true,
  },
];

const priceForm = putPricesForm.shape.prices.unwrap();

function priceOf(cells: Cells, errors: FieldError[]): number | null {
  const text = given(cells.price);
  if (text === undefined) return null;
  const price = parseMoney(text);
  if (price === null)
    errors.push({
      field: 'price',
      message: `Write the price as a number such as 7500.00; “${text}” is none.`,
    });
  return price;
}

function read(cells: Cells, { target }: ReadingFacts): ReadRow | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  const price = priceOf(cells, errors);
  const from = isoDate(given(cells.from)) ?? beginning;
  const parsed = priceForm.safeParse({ service: cells.service ?? '', from, price });
  if (!parsed.success) return { errors: [...errors, ...errorsOf(parsed.error)] };
  if (errors.length > 0) return { errors };
  const { service } = parsed.data;
  const own = { from: parsed.data.from, price: parsed.data.price };
  const work: TariffWork = { kind: 'tariff', tariff: target ?? '', service, own, all: [own] };
  return { work, key: `${service} ${own.from}`, after: [] };
}

/** A service's prices are set together: which of them may lie back depends on all of them. */
function gather(rows: readonly ReadRow[]): ReadRow[] {
  const byService = Map.groupBy(rows, ({ work }) => (work.kind === 'tariff' ? work.service : ''));
  return rows.map((row) => {
    if (row.work.kind !== 'tariff') return row;
    const together = byService.get(row.work.service) ?? [];
    const all = together.flatMap(({ work }) => (work.kind === 'tariff' ? [work.own] : []));
    const [first] = together;
    return { ...row, work: { ...row.work, all }, after: first && first !== row ? [first.key] : [] };
  });
}

/** Rows of a tariff: the rows of a service are one `PutPrices`. */
export const tariffReader: RowReader = { columns, read, gather };
