import { CoverVerdict } from '../claims/cover-verdict.tsx';
import type { EligibilityShown } from '../claims/eligibility-card.tsx';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { PageHeader } from '../ui/page-header.tsx';

type MyDashboardProps = {
  firstName: string;
  cover: Pick<EligibilityShown, 'planName' | 'currency' | 'eligibility'>;
};

/** What is on, what is left of it, and what happened last. */
export function MyDashboardPage({ firstName, cover: { planName, eligibility } }: MyDashboardProps) {
  const { cover, plan } = eligibility;
  return (
    <>
      <PageHeader
        title={
          <>
            Hello, <bdi>{firstName}</bdi>
          </>
        }
      />
      <Card title="Your cover" kind="lead">
        <Facts
          facts={[
            ['Today', <CoverVerdict cover={cover} planName={planName} />],
            plan === null
              ? null
              : [
                  'Plan year',
                  <>
                    <DayText date={plan.yearFrom} /> to <DayText date={plan.yearTo} />
                  </>,
                ],
          ]}
        />
      </Card>
    </>
  );
}
