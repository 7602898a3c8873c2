import type { Moment } from '../../../schema/domain/dates.ts';
import { localTime } from '../../../schema/domain/dates.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';

/** One person who was checked in, as the list shows them. */
export interface VisitRow {
  tenantId: string;
  tenantName: string;
  number: string;
  memberId: string;
  enrolleeName: string;
  at: Moment;
  by: string;
  covered: boolean;
}

const spec = (zone: string): TableSpec<VisitRow> => ({
  phone: 'labels',
  rowId: ({ number }) => `r-${number}`,
  columns: [
    { label: 'Time', cell: ({ at }) => localTime(zone, at).slice(11, 16) },
    {
      label: 'Patient',
      cell: ({ tenantId, number, enrolleeName, memberId }) => (
        <>
          <a href={paths.provider.visit(tenantId, number)}>
            <bdi>{enrolleeName}</bdi>
          </a>
          <small>{memberId}</small>
        </>
      ),
    },
    { label: 'HMO', cell: ({ tenantName }) => <bdi>{tenantName}</bdi> },
    {
      label: 'Cover',
      cell: ({ covered }) =>
        covered ? <Badge tone="ok">Covered</Badge> : <Badge tone="danger">Not covered</Badge>,
    },
    { label: 'Checked in by', cell: ({ by }) => <bdi>{by}</bdi> },
  ],
});

/** Who has come today. */
export function VisitsCard({ visits, zone }: { visits: readonly VisitRow[]; zone: string }) {
  return (
    <Card
      title={visits.length === 0 ? 'Today' : `Today, ${visits.length}`}
      kind={visits.length === 0 ? undefined : 'flush'}
    >
      {visits.length === 0 ? (
        <EmptyState title="Nobody has been checked in today">
          Scan a card, or type the member id with the birth date.
        </EmptyState>
      ) : (
        <Table spec={spec(zone)} rows={visits} label="Checked in today" />
      )}
    </Card>
  );
}
