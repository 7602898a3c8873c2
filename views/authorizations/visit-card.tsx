import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import { encounterWords } from '../claims/encounter-words.ts';
import { Card } from '../ui/card.tsx';
import { DayText, MomentText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { urgencyWords } from './words.ts';

type VisitCardProps = {
  authorization: Pick<
    Authorization,
    | 'encounterType'
    | 'urgency'
    | 'serviceDate'
    | 'happenedAt'
    | 'practitionerName'
    | 'referral'
    | 'requestedAt'
    | 'externalId'
  >;
  zone: string;
  /** the kind of care is clinical: whoever may not see that sees the days alone */
  covered?: boolean;
};

/** What is planned, by whom, how soon; or when care began. */
export function VisitCard({ authorization, zone, covered = false }: VisitCardProps) {
  const { encounterType, urgency, serviceDate, happenedAt, practitionerName, referral, requestedAt } =
    authorization;
  return (
    <Card title="Visit">
      <Facts
        facts={[
          covered ? null : ['Kind', encounterWords[encounterType]],
          ['Urgency', urgencyWords[urgency]],
          happenedAt === null
            ? ['Planned for', <DayText date={serviceDate} />]
            : ['Care began', <MomentText at={happenedAt} timeZone={zone} year />],
          practitionerName === null || covered ? null : ['Practitioner', <bdi>{practitionerName}</bdi>],
          referral === null || covered ? null : ['Referred by', <bdi>{referral}</bdi>],
          ['Asked', <MomentText at={requestedAt} timeZone={zone} year />],
          authorization.externalId === null ? null : ["Sender's id", <bdi>{authorization.externalId}</bdi>],
        ]}
      />
    </Card>
  );
}
