import type { Visit } from '../../../schema/domain/visits/visit.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { VisitStateBadge } from '../../visits/state-badge.tsx';

/** A check-in as the staff see it. */
export type VisitOfPerson = Pick<Visit, 'number' | 'state' | 'facilityName' | 'at' | 'how'> & {
  /** what looks into it, for whoever may see that */
  investigation: string | null;
};

const spec = (slug: string, zone: string): TableSpec<VisitOfPerson> => ({
  phone: 'labels',
  columns: [
    { label: 'Check-in', cell: ({ number }) => number },
    { label: 'When', cell: ({ at }) => <MomentText at={at} timeZone={zone} year /> },
    { label: 'Facility', cell: ({ facilityName }) => <bdi>{facilityName}</bdi> },
    { label: 'Recognised by', cell: ({ how }) => (how === 'card' ? 'their card' : 'member id') },
    {
      label: 'The enrollee',
      cell: ({ state, investigation }) => (
        <span>
          <VisitStateBadge state={state} />
          {investigation === null ? null : (
            <>
              {' '}
              <a href={paths.staff(slug).investigation(investigation)}>{investigation}</a>
            </>
          )}
        </span>
      ),
    },
  ],
});

type VisitsCardProps = { slug: string; zone: string; visits: readonly VisitOfPerson[] };

/** Where the person was checked in last, and what they said of it; nothing where they never were. */
export function VisitsCard({ slug, visits, zone }: VisitsCardProps) {
  if (visits.length === 0) return null;
  return (
    <Card title="Last check-ins" kind="flush">
      <Table spec={spec(slug, zone)} rows={visits} label="Last check-ins" />
    </Card>
  );
}
