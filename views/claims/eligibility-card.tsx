import type { ComponentChildren } from 'preact';
import type { Eligibility } from '../../schema/domain/adjudication/eligibility.ts';
import { ageOn, type CalendarDate } from '../../schema/domain/dates.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { CoverVerdict } from './cover-verdict.tsx';
import { EligibleBenefits } from './eligible-benefits.tsx';

/** What a tenant says of one person on one day, at one facility or at none in particular. */
export interface EligibilityShown {
  person: {
    memberId: string;
    firstName: string;
    lastName: string;
    birthDate: CalendarDate;
    sex: string;
    relation: string;
  };
  planName: string | null;
  network: {
    inNetwork: boolean;
    since: CalendarDate | null;
    until: CalendarDate | null;
    tariff: 'link' | 'standard' | 'none';
  } | null;
  primaryFacilityName: string | null;
  currency: string;
  eligibility: Eligibility;
}

type EligibilityCardProps = {
  shown: EligibilityShown;
  /** The facility in question, where there is one. */
  facilityName?: string | undefined;
  /** Beside the heading: what one can do with it. */
  actions?: ComponentChildren;
};

const tariffWords = {
  link: 'prices agreed with this facility',
  standard: 'standard tariff',
  none: 'no tariff: what is billed goes to a person',
};

function Network({ network }: { network: NonNullable<EligibilityShown['network']> }) {
  const { inNetwork, since, until, tariff } = network;
  return (
    <>
      {inNetwork ? <Badge tone="ok">In network</Badge> : <Badge tone="danger">Not in network</Badge>}
      {since === null ? null : (
        <>
          {' since '}
          <DayText date={since} />
        </>
      )}
      {until === null ? null : (
        <>
          {' until '}
          <DayText date={until} />
        </>
      )}
      {inNetwork ? <>, {tariffWords[tariff]}</> : null}
    </>
  );
}

/** Whether somebody is covered on a day, on which plan, and benefit by benefit what is left and whether it can be used. */
export function EligibilityCard({ shown, facilityName, actions }: EligibilityCardProps) {
  const { person, planName, network, primaryFacilityName, currency, eligibility } = shown;
  const { cover, plan, on, benefits, overall, atPrimary } = eligibility;
  return (
    <div class="stack">
      <Card title={`${person.firstName} ${person.lastName}`} aside={actions} kind="lead">
        <Facts
          facts={[
            [
              'On',
              <b>
                <DayText date={on} />
              </b>,
            ],
            ['Cover', <CoverVerdict cover={cover} planName={planName} />],
            plan === null
              ? null
              : [
                  'Plan year',
                  <>
                    <DayText date={plan.yearFrom} /> to <DayText date={plan.yearTo} />, version {plan.version}
                  </>,
                ],
            ['Member id', person.memberId],
            [
              'Born',
              <>
                <DayText date={person.birthDate} />, {ageOn(person.birthDate, on)} then, {person.sex},{' '}
                {person.relation}
              </>,
            ],
            [
              'Primary facility',
              primaryFacilityName === null ? (
                <span class="mute">none chosen</span>
              ) : (
                <>
                  <bdi>{primaryFacilityName}</bdi>
                  {atPrimary ? (
                    <>
                      {' '}
                      <Badge tone="info">here</Badge>
                    </>
                  ) : null}
                </>
              ),
            ],
            network === null ? null : [facilityName ?? 'This facility', <Network network={network} />],
          ]}
        />
      </Card>
      {benefits.length === 0 ? null : (
        <Card
          title={benefits.length === 1 ? 'One benefit' : `${benefits.length} benefits`}
          aside={<span class="hint">as adjudication will apply them</span>}
          kind="flush"
        >
          <EligibleBenefits benefits={benefits} overall={overall} currency={currency} />
        </Card>
      )}
    </div>
  );
}
