import type { Visit } from '../../../schema/domain/visits/visit.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { VisitStateBadge } from '../../visits/state-badge.tsx';

/** A check-in as the staff see it. */
export type VisitOfPerson = Pick<Visit, 'number' | 'state' | 'facilityName' | 'at' | 'how'>;

const spec = (zone: string): TableSpec<VisitOfPerson> => ({
  phone: 'labels',
  columns: [
    { label: 'Check-in', cell: ({ number }) => number },
    { label: 'When', cell: ({ at }) => <MomentText at={at} timeZone={zone} year /> },
    { label: 'Facility', cell: ({ facilityName }) => <bdi>{facilityName}</bdi> },
    { label: 'Recognised by', cell: ({ how }) => (how === 'card' ? 'their card' : 'member id') },
    { label: 'The enrollee', cell: ({ state }) => <VisitStateBadge state={state} /> },
  ],
});

/** Where the person was checked in last, and what they said of it; nothing where they never were. */
export function VisitsCard({ visits, zone }: { visits: readonly VisitOfPerson[]; zone: string }) {
  if (visits.length === 0) return null;
  return (
    <Card title="Last check-ins" kind="flush">
      <Table spec={spec(zone)} rows={visits} label="Last check-ins" />
    </Card>
  );
}
