import type { BenefitBalance } from '../../schema/domain/adjudication/judgement.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { ShareBar } from '../ui/share-bar.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { currencySign } from './currency-sign.ts';

type BalancesCardProps = {
  balances: readonly BenefitBalance[];
  currency: string;
  /** What `after` means: `if approved as recommended`, or `after the decision`. */
  after: string;
  /** what is added, as its column is called */
  adds?: string;
};

function Count({ count }: { count: NonNullable<BenefitBalance['count']> }) {
  const { of, most, before, after } = count;
  return (
    <small>
      {of}: {before === after ? before : `${before} → ${after}`} of {most}
    </small>
  );
}

/** The bar: what was used, what this claim adds, what is held for authorizations. */
function Bar({ balance, currency }: { balance: BenefitBalance; currency: string }) {
  const { limit, usedBefore, usedAfter, reserved, name } = balance;
  if (limit === null) return <span class="mute">no limit</span>;
  const money = (minor: number) => formatMoney(minor, currency);
  return (
    <ShareBar
      label={`${name}: ${money(usedBefore)} used before, ${money(usedAfter)} after, ${money(reserved)} reserved, of ${money(limit)}`}
      whole={limit}
      parts={[
        { size: usedBefore, look: 'first' },
        { size: usedAfter - usedBefore, look: 'second' },
        { size: reserved, look: 'third' },
      ]}
    />
  );
}

function columnsOf(currency: string, adds: string): Column<BenefitBalance>[] {
  const sign = currencySign(currency);
  const money = (minor: number | null) => (minor === null ? '' : formatMoney(minor, currency));
  return [
    {
      label: 'Benefit',
      cell: (balance) => (
        <>
          <bdi>{balance.name}</bdi>
          <small>
            year from <DayText date={balance.period} />
            {balance.sharedBy === 'family' ? ', shared by the family' : ''}
          </small>
          {balance.count === null ? null : <Count count={balance.count} />}
        </>
      ),
    },
    {
      label: `Limit, ${sign}`,
      numeric: true,
      cell: (balance) => money(balance.limit) || <span class="mute">none</span>,
    },
    {
      label: 'Used before',
      numeric: true,
      cell: (balance) => (
        <>
          {money(balance.usedBefore)}
          {balance.reserved === 0 ? null : <small>{money(balance.reserved)} reserved</small>}
        </>
      ),
    },
    { label: adds, numeric: true, cell: (balance) => money(balance.usedAfter - balance.usedBefore) },
    {
      label: 'Left after',
      numeric: true,
      cell: (balance) =>
        balance.leftAfter === null ? (
          ''
        ) : (
          <>
            <b class={balance.leftAfter === 0 ? 'soon' : undefined}>{money(balance.leftAfter)}</b>
            <small>{money(balance.leftBefore)} before</small>
          </>
        ),
    },
    { label: 'Share', cell: (balance) => <Bar balance={balance} currency={currency} /> },
  ];
}

/** What is left of each benefit that the claim touches, before it and after. */
export function BalancesCard({ balances, currency, after, adds = 'This claim' }: BalancesCardProps) {
  if (balances.length === 0) return null;
  return (
    <Card title="Balances" aside={<span class="hint">{after}</span>} kind="flush">
      <div class="balances">
        <Table
          spec={{ columns: columnsOf(currency, adds), phone: 'labels' }}
          rows={balances}
          label="Balances of the benefits touched"
        />
      </div>
    </Card>
  );
}
