import type { EligibleBenefit } from '../../schema/domain/adjudication/eligibility.ts';
import type { BenefitBalance } from '../../schema/domain/adjudication/judgement.ts';
import { formatMoney, type Minor } from '../../schema/domain/money.ts';
import { Badge } from '../ui/badge.tsx';
import { DayText } from '../ui/date-text.tsx';
import { ShareBar } from '../ui/share-bar.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { currencySign } from './currency-sign.ts';
import { neededWords, payWords } from './eligible-words.ts';

type EligibleBenefitsProps = {
  benefits: readonly EligibleBenefit[];
  /** Ceilings over all of them. */
  overall: readonly BenefitBalance[];
  currency: string;
};

interface Row {
  name: string;
  balance: BenefitBalance | null;
  /** null: a ceiling, which is not used by itself */
  benefit: EligibleBenefit | null;
}

function Usable({ not }: Pick<EligibleBenefit, 'not'>) {
  if (not === null) return <Badge tone="ok">Yes</Badge>;
  return (
    <>
      <Badge tone={not.rule === 'waiting' ? 'warn' : 'danger'}>{not.from === null ? 'No' : 'Not yet'}</Badge>
      <small>
        {not.words}
        {not.from === null ? null : (
          <>
            {' From '}
            <DayText date={not.from} />.
          </>
        )}
      </small>
    </>
  );
}

function Left({ balance, currency }: { balance: BenefitBalance | null; currency: string }) {
  if (balance === null) return <span class="mute">no limit</span>;
  const { limit, leftBefore, usedBefore, reserved, count, name } = balance;
  const money = (minor: Minor) => formatMoney(minor, currency);
  const left = count === null ? null : Math.max(0, count.most - count.before);
  return (
    <>
      {leftBefore === null ? null : <b class={leftBefore === 0 ? 'soon' : undefined}>{money(leftBefore)}</b>}
      {count === null ? null : (
        <small>
          {left} of {count.most} {count.of} left
        </small>
      )}
      {limit === null ? null : (
        <ShareBar
          label={`${name}: ${money(usedBefore)} used and ${money(reserved)} reserved of ${money(limit)}`}
          whole={limit}
          parts={[
            { size: usedBefore, look: 'first' },
            { size: reserved, look: 'third' },
          ]}
        />
      )}
    </>
  );
}

function columnsOf(currency: string): Column<Row>[] {
  const money = (minor: Minor | null | undefined) => (minor == null ? '' : formatMoney(minor, currency));
  return [
    {
      label: 'Benefit',
      cell: ({ name, balance }) => (
        <>
          <bdi>{name}</bdi>
          {balance?.sharedBy === 'family' ? <small>shared by the family</small> : null}
        </>
      ),
    },
    { label: 'Usable', cell: ({ benefit }) => (benefit === null ? '' : <Usable not={benefit.not} />) },
    {
      label: 'Patient pays',
      cell: ({ benefit }) => {
        if (benefit === null) return '';
        const needed = neededWords(benefit, currency);
        return (
          <>
            {payWords(benefit, currency)}
            {needed === '' ? null : <small>needs {needed}</small>}
          </>
        );
      },
    },
    {
      label: `Limit, ${currencySign(currency)}`,
      numeric: true,
      cell: ({ balance }) => money(balance?.limit),
    },
    {
      label: 'Used',
      numeric: true,
      cell: ({ balance }) => (
        <>
          {money(balance?.usedBefore)}
          {balance === null || balance.reserved === 0 ? null : (
            <small>{money(balance.reserved)} reserved</small>
          )}
        </>
      ),
    },
    {
      label: 'Left',
      numeric: true,
      cell: ({ balance }) => <Left balance={balance} currency={currency} />,
    },
  ];
}

/** Benefit by benefit: whether it can be used here on that day, what the patient pays, and what is left. */
export function EligibleBenefits({ benefits, overall, currency }: EligibleBenefitsProps) {
  const rows: Row[] = [
    ...overall.map((balance) => ({ name: balance.name, balance, benefit: null })),
    ...benefits.map((benefit) => ({ name: benefit.name, balance: benefit.balance, benefit })),
  ];
  return (
    <Table
      spec={{ columns: columnsOf(currency), phone: 'labels' }}
      rows={rows}
      label="Benefits on that day"
      loose
    />
  );
}
