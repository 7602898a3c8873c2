import type { Urgency } from '../../../schema/domain/authorizations/authorization.ts';
import type { CalendarDate, Moment } from '../../../schema/domain/dates.ts';
import { formatMoney, type Minor } from '../../../schema/domain/money.ts';
import { type Clock, Countdown } from '../../authorizations/countdown.tsx';
import { StandingCell } from '../../authorizations/standing.tsx';
import { type Standing, urgencyWords } from '../../authorizations/words.ts';
import { paths } from '../../paths.ts';
import { DayText, formatDate } from '../../ui/date-text.tsx';
import type { TableSpec } from '../../ui/table.tsx';

/** One of the facility's requests, at any of its tenants. */
export interface FacilityRequest {
  tenantId: string;
  tenantName: string;
  number: string;
  standing: Standing;
  /** null: nobody has to answer it any more */
  clock: Clock | null;
  urgency: Urgency;
  enrolleeName: string;
  memberId: string;
  serviceDate: CalendarDate;
  currency: string;
  requested: Minor;
  approved: Minor | null;
  code: string | null;
  validTo: CalendarDate | null;
  /** the facility may proceed, and names this in place of a code */
  breachReference: string | null;
}

/** Names a row for live frames: a number alone is not unique over tenants. */
export const requestRowKey = ({ tenantId, number }: Pick<FacilityRequest, 'tenantId' | 'number'>): string =>
  `${tenantId}-${number}`;

/** What is named in a claim, or how much time is left until there is something to name. */
function Answer({ row, now, zone }: { row: FacilityRequest; now: Moment; zone: string }) {
  const { code, validTo, breachReference, clock } = row;
  if (code !== null)
    return (
      <>
        <span class="nowrap">{code}</span>
        {validTo === null ? null : (
          <small>
            until <DayText date={validTo} year={false} />
          </small>
        )}
        {clock === null ? null : <Countdown clock={clock} now={now} zone={zone} />}
      </>
    );
  if (breachReference !== null)
    return (
      <>
        <span class="nowrap">{breachReference}</span>
        <small>may proceed</small>
      </>
    );
  return <Countdown clock={clock} now={now} zone={zone} />;
}

/** The columns of the facility's lists of requests. */
export function facilityRequestTable(zone: string, now: Moment): TableSpec<FacilityRequest> {
  const money = (minor: Minor | null, currency: string) =>
    minor === null ? '' : formatMoney(minor, currency, { symbol: true });
  return {
    rowId: (row) => `r-${requestRowKey(row)}`,
    columns: [
      {
        label: 'Request',
        cell: ({ tenantId, number }) => <a href={paths.provider.authorization(tenantId, number)}>{number}</a>,
      },
      { label: 'Enrollee', strong: true, cell: ({ enrolleeName }) => <bdi>{enrolleeName}</bdi> },
      { label: 'HMO', muted: true, cell: ({ tenantName }) => <bdi>{tenantName}</bdi> },
      {
        label: 'Urgency',
        cell: ({ urgency }) => (
          <span class={urgency === 'EMERGENCY' ? 'late' : undefined}>{urgencyWords[urgency]}</span>
        ),
      },
      {
        label: 'Planned',
        muted: true,
        phone: 'hidden',
        cell: ({ serviceDate }) => formatDate(serviceDate, undefined, false),
      },
      { label: 'Asked', numeric: true, phone: 'hidden', cell: (row) => money(row.requested, row.currency) },
      { label: 'Granted', numeric: true, cell: (row) => money(row.approved, row.currency) },
      {
        label: 'Time left, or code',
        phone: 'right',
        cell: (row) => <Answer row={row} now={now} zone={zone} />,
      },
      { label: 'Status', phone: 'right', cell: ({ standing }) => <StandingCell standing={standing} /> },
    ],
  };
}
