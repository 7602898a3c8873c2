import { ageOn } from '../../schema/domain/dates.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';

/** Whom a claim is for, as the tenant knows them. */
export interface ClaimEnrollee {
  name: string;
  memberId: string;
  clientName: string | null;
  relation: string;
  birthDate: string;
  sex: string;
  coverFrom: string;
  coverTo: string | null;
}

/** The person, their cover on the date of service, and their age then. */
export function EnrolleeCard({ enrollee, serviceDate }: { enrollee: ClaimEnrollee; serviceDate: string }) {
  const { coverFrom, coverTo } = enrollee;
  const covered = coverFrom <= serviceDate && (coverTo === null || serviceDate <= coverTo);
  return (
    <Card title="Enrollee">
      <Facts
        facts={[
          ['Name', <bdi>{enrollee.name}</bdi>],
          ['Member id', enrollee.memberId],
          enrollee.clientName === null ? null : ['Client', <bdi>{enrollee.clientName}</bdi>],
          ['Relation', enrollee.relation],
          [
            'Born',
            <>
              <DayText date={enrollee.birthDate} />, {ageOn(enrollee.birthDate, serviceDate)} at service,{' '}
              {enrollee.sex}
            </>,
          ],
          [
            'Covered',
            <>
              from <DayText date={coverFrom} />
              {coverTo === null ? null : (
                <>
                  {' '}
                  to <DayText date={coverTo} />
                </>
              )}{' '}
              <Badge tone={covered ? 'ok' : 'danger'} shape={covered ? 'dot' : 'diamond'}>
                {covered ? 'Covered' : 'Not covered'}
              </Badge>
            </>,
          ],
        ]}
      />
    </Card>
  );
}
