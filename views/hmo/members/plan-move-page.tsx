import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';

export type PlanMoveProps = {
  slug: string;
  memberId: string;
  name: string;
  isPrincipal: boolean;
  /** by code and name */
  now: { code: string; name: string } | null;
  next: { code: string; name: string; from: CalendarDate } | null;
  /** the day on which a move recorded today takes effect */
  from: CalendarDate;
  plans: readonly { code: string; name: string }[];
  entry: { plan: string; withFamily: boolean };
  errors: FormErrors;
  commandId: string;
  takeBackId: string;
};

function Pending({ slug, memberId, now, next, takeBackId }: PlanMoveProps) {
  if (now === null || next === null) return null;
  return (
    <Card title="Pending">
      <p>
        A move to <bdi>{next.name}</bdi> takes effect on <DayText date={next.from} />. Another choice replaces
        it.
      </p>
      <Form action={paths.staff(slug).enrolleePlan(memberId)} commandId={takeBackId} inline>
        <input type="hidden" name="plan" value={now.code} />
        <input type="hidden" name="withFamily" value="1" />
        <Button>Take the move back</Button>
      </Form>
    </Card>
  );
}

/** Moves a person, with the family, to another plan from the next month on. */
export function PlanMovePage(props: PlanMoveProps) {
  const { slug, memberId, name, isPrincipal, now, from, plans, entry, errors, commandId } = props;
  const to = paths.staff(slug);
  const own = to.enrollee(memberId);
  const options = plans
    .filter(({ code }) => code !== now?.code)
    .map((plan) => ({ value: plan.code, label: `${plan.name} (${plan.code})` }));
  return (
    <>
      <PageHeader
        title="Move to another plan"
        crumbs={[
          { label: 'Enrollees', href: to.enrollees() },
          { label: name, href: own },
        ]}
      />
      <Pending {...props} />
      <Card>
        <Facts
          facts={[
            ['Now', now === null ? <span class="mute">None</span> : <bdi>{now.name}</bdi>],
            ['Takes effect', <DayText date={from} />],
          ]}
        />
        <Form action={to.enrolleePlan(memberId)} commandId={commandId} errors={errors}>
          <Select
            name="plan"
            label="New plan"
            empty="Choose a plan"
            options={options}
            value={entry.plan}
            error={errors.plan}
            autofocus={firstBad(errors, 'plan')}
            hint="What was used under the old plan stays on record; the new plan says whether it counts there."
          />
          {isPrincipal ? (
            <Checkbox
              name="withFamily"
              label="Move the dependants too"
              note="Those who are on the same plan."
              checked={entry.withFamily}
            />
          ) : null}
          <div class="cluster">
            <Button look="primary">Record the move</Button>
            <ButtonLink href={own}>Cancel</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}
