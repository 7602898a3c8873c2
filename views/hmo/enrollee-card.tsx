import type { CoverAnswer } from '../../schema/domain/cover/cover.ts';
import { ageOn } from '../../schema/domain/dates.ts';
import { CoverVerdict } from '../claims/cover-verdict.tsx';
import { paths } from '../paths.ts';
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
}

type EnrolleeCardProps = {
  slug: string;
  enrollee: ClaimEnrollee;
  serviceDate: string;
  /** whether they were covered then; null: nobody could say */
  verdict: { cover: CoverAnswer; planName: string | null } | null;
};

/** The person, their cover on the date of service, and their age then. */
export function EnrolleeCard({ slug, enrollee, serviceDate, verdict }: EnrolleeCardProps) {
  const to = paths.staff(slug);
  return (
    <Card
      title="Enrollee"
      aside={<a href={to.eligibility({ member: enrollee.memberId, on: serviceDate })}>Eligibility then</a>}
    >
      <Facts
        facts={[
          [
            'Name',
            <a href={to.enrollee(enrollee.memberId)}>
              <bdi>{enrollee.name}</bdi>
            </a>,
          ],
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
          verdict === null
            ? null
            : ['Cover', <CoverVerdict cover={verdict.cover} planName={verdict.planName} />],
        ]}
      />
    </Card>
  );
}
