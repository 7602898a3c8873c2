import { CoverVerdict } from '../claims/cover-verdict.tsx';
import type { EligibilityShown } from '../claims/eligibility-card.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { BalanceUse, BenefitUse, isUsed } from './benefit-use.tsx';
import { Whose, type WhoseChoice } from './whose.tsx';

type CoveragePageProps = {
  people: readonly WhoseChoice[];
  memberId: string;
  shown: Pick<EligibilityShown, 'planName' | 'primaryFacilityName' | 'currency' | 'eligibility'>;
};

function CoverCard({ shown: { planName, primaryFacilityName, eligibility }, memberId }: CoveragePageProps) {
  const { cover, plan } = eligibility;
  return (
    <Card
      title="Cover"
      kind="lead"
      aside={plan === null ? undefined : <a href={paths.me.plan({ of: memberId })}>All it covers</a>}
    >
      <p>
        <CoverVerdict cover={cover} planName={planName} />
      </p>
      <Facts
        facts={[
          plan === null
            ? null
            : [
                'Plan year',
                <>
                  <DayText date={plan.yearFrom} /> to <DayText date={plan.yearTo} />
                </>,
              ],
          primaryFacilityName === null ? null : ['Primary provider', <bdi>{primaryFacilityName}</bdi>],
        ]}
      />
    </Card>
  );
}

/** Every benefit with what is used of it and what is left; it moves when a claim is decided. */
export function CoveragePage(props: CoveragePageProps) {
  const { people, memberId, shown } = props;
  const { currency, eligibility } = shown;
  const used = eligibility.benefits.filter(isUsed);
  const unused = eligibility.benefits.filter((benefit) => !isUsed(benefit));
  return (
    <>
      <PageHeader title="Coverage" lead="What is used this plan year, and what is left." />
      <Whose people={people} current={memberId} />
      <CoverCard {...props} />
      {eligibility.overall.map((balance) => (
        <Card title={balance.sharedBy === 'family' ? 'All benefits, your family' : 'All benefits, yours'}>
          <BalanceUse balance={{ ...balance, sharedBy: 'person' }} currency={currency} />
        </Card>
      ))}
      {used.length === 0 ? null : (
        <Card title="In use" id="used">
          <ul class="benefits">
            {used.map((benefit) => (
              <BenefitUse benefit={benefit} currency={currency} />
            ))}
          </ul>
        </Card>
      )}
      {unused.length === 0 ? null : (
        <Card title={used.length === 0 ? 'Benefits' : 'Not used yet'}>
          <ul class="benefits">
            {unused.map((benefit) => (
              <BenefitUse benefit={benefit} currency={currency} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
