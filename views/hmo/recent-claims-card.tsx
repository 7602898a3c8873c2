import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { encounterWords } from '../claims/encounter-words.ts';
import { StateBadge } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { type Column, Table } from '../ui/table.tsx';

/** Another claim of the same person. */
export interface RecentClaim
  extends Pick<Claim, 'number' | 'state' | 'outcome' | 'facilityName' | 'claimed' | 'approved'> {
  serviceDate: CalendarDate;
  encounterType: Claim['encounterType'];
  /** the main diagnosis; null: not for this reader's eyes */
  diagnosis: string | null;
}

type RecentClaimsCardProps = {
  slug: string;
  memberId: string;
  claims: readonly RecentClaim[];
  currency: string;
  clinical: boolean;
};

/** What else was claimed for the person lately: enough to see a repetition. */
export function RecentClaimsCard({ slug, memberId, claims, currency, clinical }: RecentClaimsCardProps) {
  const to = paths.staff(slug);
  const sign = currencySign(currency);
  const columns: Column<RecentClaim>[] = [
    {
      label: 'Claim',
      cell: ({ number, serviceDate }) => (
        <>
          <a href={to.claim(number)}>{number}</a>
          <small>
            <DayText date={serviceDate} />
          </small>
        </>
      ),
    },
    {
      label: 'Where',
      cell: ({ facilityName, encounterType, diagnosis }) => (
        <>
          <bdi>{facilityName}</bdi>
          {clinical ? (
            <small>
              {encounterWords[encounterType]}
              {diagnosis === null ? '' : ` · ${diagnosis}`}
            </small>
          ) : null}
        </>
      ),
    },
    { label: `Billed, ${sign}`, numeric: true, cell: ({ claimed }) => formatMoney(claimed, currency) },
    {
      label: `Approved, ${sign}`,
      numeric: true,
      cell: ({ approved }) => (approved === null ? '' : formatMoney(approved, currency)),
    },
    {
      label: 'State',
      phone: 'right',
      cell: ({ state, outcome }) => <StateBadge state={state} outcome={outcome} />,
    },
  ];
  return (
    <Card
      title="Recent claims"
      kind="flush"
      aside={<a href={to.claims({ q: memberId })}>All of {memberId}</a>}
    >
      {claims.length === 0 ? (
        <p class="mute">No other claim of this person.</p>
      ) : (
        <Table spec={{ columns, phone: 'labels' }} rows={claims} label="Recent claims of the enrollee" />
      )}
    </Card>
  );
}
