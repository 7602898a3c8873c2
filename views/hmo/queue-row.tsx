import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { DueText } from '../claims/due-text.tsx';
import { StateCell } from '../claims/state-cell.tsx';
import { paths } from '../paths.ts';
import { formatDate } from '../ui/date-text.tsx';
import type { Column, TableSpec } from '../ui/table.tsx';
import { WhyThere } from './queue-rules/why-there.tsx';

/** A claim as the staff's lists show it. */
export interface QueueRow {
  number: string;
  enrolleeName: string;
  facilityName: string;
  serviceDate: string;
  claimed: number;
  dueAt: Moment | null;
  state: ClaimState;
  outcome: Claim['outcome'];
  holder: string | null;
  /** 0–100 */
  risk?: number;
  /** how many risk events wait for somebody to look at them */
  openFlags?: number;
  /** by an investigation */
  held?: boolean;
  /** where it stands among the open ones; left out where the list has another order */
  rankAt?: number;
}

export type QueueTable = {
  slug: string;
  currency: string;
  now: Moment;
  /** due before this moment is soon */
  soon?: Moment | undefined;
  /** risk may be seen */
  risk?: boolean | undefined;
};

/** A score, and that somebody has to look at what was flagged: in figures and words, not by colour alone. */
function Risk({ risk = 0, openFlags = 0 }: Pick<QueueRow, 'risk' | 'openFlags'>) {
  if (risk === 0 && openFlags === 0) return <span class="mute">–</span>;
  const flags = openFlags === 1 ? '1 flag' : `${openFlags} flags`;
  if (risk === 0) return <span class="small mute">{flags}</span>;
  const level = risk >= 60 ? 'late' : risk >= 30 ? 'soon' : undefined;
  return (
    <>
      <span class={level}>{risk}</span>
      {openFlags === 0 ? null : <span class="small mute"> {flags}</span>}
    </>
  );
}

const riskColumn: Column<QueueRow> = {
  label: 'Risk',
  phone: 'hidden',
  cell: (row) => <Risk risk={row.risk ?? 0} openFlags={row.openFlags ?? 0} />,
};

/** The columns of the staff's lists of claims. */
export function queueTable({ slug, currency, now, soon, risk = false }: QueueTable): TableSpec<QueueRow> {
  const to = paths.staff(slug);
  const due = (row: QueueRow) => (
    <DueText dueAt={row.dueAt} now={now} state={row.state} soon={soon} held={row.held} />
  );
  return {
    rowId: (row) => `r-${row.number}`,
    columns: [
      { label: 'Claim', cell: (row) => <a href={to.claim(row.number)}>{row.number}</a> },
      { label: 'Enrollee', strong: true, cell: (row) => <bdi>{row.enrolleeName}</bdi> },
      { label: 'Facility', muted: true, cell: (row) => <bdi>{row.facilityName}</bdi> },
      {
        label: 'Service',
        muted: true,
        phone: 'hidden',
        cell: (row) => formatDate(row.serviceDate, undefined, false),
      },
      {
        label: `Billed, ${currencySign(currency)}`,
        numeric: true,
        cell: (row) => formatMoney(row.claimed, currency),
      },
      ...(risk ? [riskColumn] : []),
      {
        label: 'Due',
        phone: 'right',
        cell: (row) => (row.rankAt === undefined ? due(row) : <WhyThere shown={due(row)} />),
      },
      {
        label: 'Status',
        phone: 'right',
        cell: (row) => <StateCell state={row.state} outcome={row.outcome} holder={row.holder} />,
      },
    ],
  };
}
