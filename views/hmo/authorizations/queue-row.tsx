import type { Urgency } from '../../../schema/domain/authorizations/authorization.ts';
import type { CalendarDate, Moment } from '../../../schema/domain/dates.ts';
import { formatMoney, type Minor } from '../../../schema/domain/money.ts';
import { type Clock, Countdown } from '../../authorizations/countdown.tsx';
import { StandingCell } from '../../authorizations/standing.tsx';
import { type Standing, urgencyWords } from '../../authorizations/words.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { paths } from '../../paths.ts';
import { DayText, formatDate, MomentText } from '../../ui/date-text.tsx';
import type { Column, TableSpec } from '../../ui/table.tsx';

/** A request as the staff's lists show it. */
export interface AuthorizationRow {
  number: string;
  standing: Standing;
  /** null: nobody has to answer it any more */
  clock: Clock | null;
  urgency: Urgency;
  enrolleeName: string;
  facilityName: string;
  serviceDate: CalendarDate;
  requested: Minor;
  approved: Minor | null;
  decidedAt: Moment | null;
  validTo: CalendarDate | null;
  /** the auth code, or the breach reference that stands for one */
  code: string | null;
  /** 0–100 */
  risk: number;
  /** no answer came in time */
  breached: boolean;
  /** a decision waits for a second person */
  proposed: boolean;
  /** an investigation holds its payment */
  held: boolean;
}

export interface AuthorizationTable {
  slug: string;
  zone: string;
  currency: string;
  now: Moment;
  /** the list stands in the order of time left */
  waiting: boolean;
  /** risk may be seen */
  risk: boolean;
}

/** What of a request somebody should know before they open it: in words, each only where it is so. */
function marksOf({ proposed, breached, held }: AuthorizationRow, { risk }: AuthorizationTable): string {
  return [proposed ? 'to confirm' : '', breached ? 'breached' : '', held && risk ? 'held' : '']
    .filter(Boolean)
    .join(' · ');
}

const riskColumn: Column<AuthorizationRow> = {
  label: 'Risk',
  phone: 'hidden',
  cell: ({ risk }) =>
    risk === 0 ? (
      <span class="mute">–</span>
    ) : (
      <span class={risk >= 60 ? 'late' : risk >= 30 ? 'soon' : undefined}>{risk}</span>
    ),
};

function timeColumns({ waiting, now, zone }: AuthorizationTable): Column<AuthorizationRow>[] {
  if (waiting)
    return [
      {
        label: 'Time left',
        phone: 'right',
        cell: ({ clock }) => <Countdown clock={clock} now={now} zone={zone} />,
      },
    ];
  return [
    {
      label: 'Decided',
      muted: true,
      phone: 'hidden',
      cell: ({ decidedAt }) => (decidedAt === null ? '' : <MomentText at={decidedAt} timeZone={zone} />),
    },
    {
      label: 'Code',
      phone: 'right',
      cell: ({ code, validTo }) =>
        code === null ? (
          ''
        ) : (
          <>
            <span class="nowrap">{code}</span>
            {validTo === null ? null : (
              <small>
                until <DayText date={validTo} year={false} />
              </small>
            )}
          </>
        ),
    },
  ];
}

/** The columns of the staff's lists of requests. */
export function authorizationTable(props: AuthorizationTable): TableSpec<AuthorizationRow> {
  const { slug, currency, waiting, risk } = props;
  const to = paths.staff(slug);
  const money = (minor: Minor) => formatMoney(minor, currency);
  return {
    rowId: ({ number }) => `r-${number}`,
    columns: [
      { label: 'Request', cell: ({ number }) => <a href={to.authorization(number)}>{number}</a> },
      { label: 'Enrollee', strong: true, cell: ({ enrolleeName }) => <bdi>{enrolleeName}</bdi> },
      { label: 'Facility', muted: true, cell: ({ facilityName }) => <bdi>{facilityName}</bdi> },
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
      {
        label: waiting ? `Asked, ${currencySign(currency)}` : `Granted, ${currencySign(currency)}`,
        numeric: true,
        cell: ({ requested, approved }) =>
          waiting || approved === null ? money(requested) : money(approved),
      },
      ...(risk ? [riskColumn] : []),
      ...timeColumns(props),
      {
        label: 'Status',
        phone: 'right',
        cell: (row) => {
          const marks = marksOf(row, props);
          return (
            <>
              <StandingCell standing={row.standing} />
              {marks === '' ? null : <small>{marks}</small>}
            </>
          );
        },
      },
    ],
  };
}
