import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { DueText } from '../claims/due-text.tsx';
import { StateCell } from '../claims/state-cell.tsx';
import { paths } from '../paths.ts';
import { formatDate } from '../ui/date-text.tsx';
import type { TableSpec } from '../ui/table.tsx';

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
}

export type QueueTable = { slug: string; currency: string; now: Moment };

/** The columns of the staff's lists of claims. */
export function queueTable({ slug, currency, now }: QueueTable): TableSpec<QueueRow> {
  const to = paths.staff(slug);
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
      {
        label: 'Due',
        phone: 'right',
        cell: (row) => <DueText dueAt={row.dueAt} now={now} state={row.state} />,
      },
      {
        label: 'Status',
        phone: 'right',
        cell: (row) => (
          <StateCell rowKey={row.number} state={row.state} outcome={row.outcome} holder={row.holder} />
        ),
      },
    ],
  };
}
