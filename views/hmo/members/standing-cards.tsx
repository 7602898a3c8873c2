import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { Timeline } from '../../ui/timeline.tsx';

interface Step {
  from: CalendarDate;
  what: string;
}

/** What holds now, what is to come, and what was before: the latest first. */
function Steps({ steps, today }: { steps: readonly Step[]; today: CalendarDate }) {
  const holding = steps.findLast(({ from }) => from <= today);
  return (
    <Timeline
      entries={steps.toReversed().map((step) => ({
        when: <DayText date={step.from} />,
        what: (
          <>
            <bdi>{step.what}</bdi>{' '}
            {step === holding ? (
              <Badge tone="ok" shape="dot">
                Now
              </Badge>
            ) : step.from > today ? (
              <Badge tone="info" shape="ring">
                To come
              </Badge>
            ) : null}
          </>
        ),
      }))}
    />
  );
}

type StandingProps = { slug: string; today: CalendarDate; person: Enrollee };

type PlanCardProps = StandingProps & { planNames: Readonly<Record<string, string>>; mayMove: boolean };

/** The plan somebody is on, the move that is pending, and where they were before. */
export function PlanCard({ slug, today, person, planNames, mayMove }: PlanCardProps) {
  const steps = person.plans.map(({ from, plan }) => ({ from, what: planNames[plan] ?? plan }));
  return (
    <Card
      title="Plan"
      aside={
        mayMove ? (
          <ButtonLink href={paths.staff(slug).enrolleePlan(person.memberId)} slim>
            Move
          </ButtonLink>
        ) : undefined
      }
    >
      {steps.length === 0 ? (
        <p class="mute">On no plan: nothing is covered until they are on one.</p>
      ) : (
        <Steps steps={steps} today={today} />
      )}
    </Card>
  );
}

type FacilityCardProps = StandingProps & {
  facilityNames: Readonly<Record<string, string>>;
  mayChange: boolean;
};

/** The primary facility, the change that is pending, and those before. */
export function FacilityCard({ slug, today, person, facilityNames, mayChange }: FacilityCardProps) {
  const steps = person.primaryFacilities.map(({ from, facilityId }) => ({
    from,
    what: facilityNames[facilityId] ?? 'A facility that is no longer in the network',
  }));
  return (
    <Card
      title="Primary facility"
      aside={
        mayChange ? (
          <ButtonLink href={paths.staff(slug).enrolleeFacility(person.memberId)} slim>
            {steps.length === 0 ? 'Choose' : 'Change'}
          </ButtonLink>
        ) : undefined
      }
    >
      {steps.length === 0 ? <p class="mute">None is chosen.</p> : <Steps steps={steps} today={today} />}
    </Card>
  );
}
