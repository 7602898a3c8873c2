import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import { answerDueAt, expiry_days, reminder_days } from '../../schema/domain/claims/falling-due.ts';
import { dateIn, daysBetween, type Moment } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { StateCell } from '../claims/state-cell.tsx';
import { paths } from '../paths.ts';
import { formatDate, MomentText } from '../ui/date-text.tsx';
import type { TableSpec } from '../ui/table.tsx';

/** One of the facility's claims, at any of its tenants. */
export interface FacilityClaimRow {
  tenantId: string;
  tenantName: string;
  number: string;
  enrolleeName: string;
  memberId: string;
  serviceDate: string;
  currency: string;
  claimed: number;
  approved: number | null;
  submittedAt: Moment;
  state: ClaimState;
  outcome: Claim['outcome'];
  /** when it came into its state */
  changedAt?: Moment;
}

/** Names a row for live frames: a number alone is not unique over tenants. */
export const facilityRowKey = (row: Pick<FacilityClaimRow, 'tenantId' | 'number'>): string =>
  `${row.tenantId}-${row.number}`;

/** How long a query may still be answered, in words. */
function daysLeft(row: FacilityClaimRow, zone: string, now: Moment) {
  const until = answerDueAt(zone, row.changedAt ?? row.submittedAt);
  const days = daysBetween(dateIn(zone, now), dateIn(zone, until));
  const words = days < 1 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return <span class={days <= expiry_days - reminder_days ? 'soon' : undefined}>{words}</span>;
}

/** The columns of the list of queries to answer: the same, with how long there is for it. */
export function queryTable(zone: string, now: Moment): TableSpec<FacilityClaimRow> {
  const spec = facilityClaimTable(zone);
  const kept = spec.columns.filter(({ label }) => label !== 'Approved' && label !== 'Submitted');
  return {
    ...spec,
    columns: [...kept, { label: 'Answer due', cell: (row) => daysLeft(row, zone, now) }],
  };
}

/** The columns of the facility's lists of claims. */
export function facilityClaimTable(zone: string): TableSpec<FacilityClaimRow> {
  const money = (minor: number | null, currency: string) =>
    minor === null ? '' : formatMoney(minor, currency, { symbol: true });
  return {
    rowId: (row) => `r-${facilityRowKey(row)}`,
    columns: [
      {
        label: 'Claim',
        cell: (row) => <a href={paths.provider.claim(row.tenantId, row.number)}>{row.number}</a>,
      },
      { label: 'Enrollee', strong: true, cell: (row) => <bdi>{row.enrolleeName}</bdi> },
      { label: 'HMO', muted: true, cell: (row) => <bdi>{row.tenantName}</bdi> },
      {
        label: 'Service',
        muted: true,
        phone: 'hidden',
        cell: (row) => formatDate(row.serviceDate, undefined, false),
      },
      { label: 'Billed', numeric: true, cell: (row) => money(row.claimed, row.currency) },
      { label: 'Approved', numeric: true, phone: 'hidden', cell: (row) => money(row.approved, row.currency) },
      {
        label: 'Submitted',
        muted: true,
        phone: 'hidden',
        cell: (row) => <MomentText at={row.submittedAt} timeZone={zone} />,
      },
      {
        label: 'Status',
        phone: 'right',
        cell: (row) => <StateCell state={row.state} outcome={row.outcome} />,
      },
    ],
  };
}
