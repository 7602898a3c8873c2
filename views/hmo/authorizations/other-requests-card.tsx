import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { StandingBadge } from '../../authorizations/standing.tsx';
import { currencySign } from '../../claims/currency-sign.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { AuthorizationRow } from './queue-row.tsx';

type OtherRequestsCardProps = {
  slug: string;
  authorization: Pick<Authorization, 'memberId' | 'currency'>;
  others: readonly AuthorizationRow[];
};

/** What else was asked for the person lately: enough to see a repetition. */
export function OtherRequestsCard({ slug, authorization, others }: OtherRequestsCardProps) {
  const to = paths.staff(slug);
  const { memberId, currency } = authorization;
  const sign = currencySign(currency);
  const columns: Column<AuthorizationRow>[] = [
    {
      label: 'Request',
      cell: ({ number, serviceDate }) => (
        <>
          <a href={to.authorization(number)}>{number}</a>
          <small>
            <DayText date={serviceDate} />
          </small>
        </>
      ),
    },
    { label: 'Where', cell: ({ facilityName }) => <bdi>{facilityName}</bdi> },
    { label: `Asked, ${sign}`, numeric: true, cell: ({ requested }) => formatMoney(requested, currency) },
    {
      label: `Granted, ${sign}`,
      numeric: true,
      cell: ({ approved }) => (approved === null ? '' : formatMoney(approved, currency)),
    },
    { label: 'State', phone: 'right', cell: ({ standing }) => <StandingBadge standing={standing} /> },
  ];
  return (
    <Card
      title="Other requests"
      kind="flush"
      aside={<a href={to.authorizations({ q: memberId })}>All of {memberId}</a>}
    >
      {others.length === 0 ? (
        <p class="mute">No other request of this person.</p>
      ) : (
        <Table spec={{ columns, phone: 'labels' }} rows={others} label="Other requests of the enrollee" />
      )}
    </Card>
  );
}
