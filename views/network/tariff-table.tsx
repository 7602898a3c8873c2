import { formatMoney } from '../../schema/domain/money.ts';
import { beginning } from '../../schema/domain/network/link.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { DayText } from '../ui/date-text.tsx';
import type { Column, TableSpec } from '../ui/table.tsx';

/** One service of a tariff on a day, as its pages list it. */
export interface ListedPrice {
  service: string;
  name: string;
  price: number | null;
  since: string | null;
  standard: number | null;
  next: string | null;
  nextPrice: number | null;
}

/** The day on which a price began; one that always was has none. */
export function SinceText({ from }: { from: string | null }) {
  if (from === null) return null;
  return from === beginning ? <>Always</> : <DayText date={from} />;
}

const money = (price: number | null, currency: string) =>
  price === null ? <span class="mute">none</span> : formatMoney(price, currency);

function Coming({ row, currency }: { row: ListedPrice; currency: string }) {
  if (row.next === null) return null;
  return (
    <>
      {money(row.nextPrice, currency)} from <DayText date={row.next} />
    </>
  );
}

type TariffTable = {
  currency: string;
  /** the page of one service's prices; null: it has none */
  href: ((service: string) => string) | null;
  /** the columns after the name: the tariff's own prices, or what a facility is paid */
  kind: 'own' | 'standard' | 'effective';
};

/** The columns of a tariff. */
export function tariffTable({ currency, href, kind }: TariffTable): TableSpec<ListedPrice> {
  const sign = currencySign(currency);
  const effective = kind === 'effective';
  const columns: Column<ListedPrice>[] = [
    {
      label: 'Service',
      cell: ({ service }) => (href === null ? service : <a href={href(service)}>{service}</a>),
    },
    { label: 'Name', strong: true, cell: ({ name }) => <bdi>{name}</bdi> },
    {
      label: `Price, ${sign}`,
      numeric: true,
      cell: ({ price, standard }) => money(effective ? (price ?? standard) : price, currency),
    },
    effective
      ? {
          label: 'From the',
          muted: true,
          phone: 'right',
          cell: ({ price }) => (price === null ? 'standard tariff' : 'agreed tariff'),
        }
      : { label: 'Since', muted: true, phone: 'right', cell: ({ since }) => <SinceText from={since} /> },
  ];
  if (kind === 'own')
    columns.push({
      label: `Standard, ${sign}`,
      numeric: true,
      muted: true,
      phone: 'hidden',
      cell: ({ standard }) => money(standard, currency),
    });
  columns.push({ label: 'Next', muted: true, cell: (row) => <Coming row={row} currency={currency} /> });
  return { columns };
}
