import type { Visit } from '../../../schema/domain/visits/visit.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Facts } from '../../ui/facts.tsx';

/** A check-in that its enrollee denies. */
export type InvestigatedVisit = Pick<
  Visit,
  'number' | 'memberId' | 'facilityName' | 'at' | 'how' | 'by' | 'answered'
>;

type VisitLookedIntoProps = { slug: string; zone: string; visit: InvestigatedVisit | null };

/** Who is said to have been where, when, and who says so; nothing where it is of no check-in. */
export function VisitLookedInto({ slug, zone, visit }: VisitLookedIntoProps) {
  if (visit === null) return null;
  const { memberId, facilityName, at, how, by, answered } = visit;
  return (
    <Card title="The check-in">
      <Facts
        facts={[
          ['Member id', <a href={paths.staff(slug).enrollee(memberId)}>{memberId}</a>],
          ['Facility', <bdi>{facilityName}</bdi>],
          ['When', <MomentText at={at} timeZone={zone} year />],
          ['Recognised by', how === 'card' ? 'their card' : 'member id and birth date'],
          ['Checked in by', <bdi>{by}</bdi>],
          answered === null ? null : ['Denied', <MomentText at={answered.at} timeZone={zone} year />],
          answered?.reason ? ['They say', <bdi>{answered.reason}</bdi>] : null,
        ]}
      />
    </Card>
  );
}
