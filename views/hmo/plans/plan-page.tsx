import { type Plan, type PlanRules, planSchemes } from '../../../schema/domain/plans/plan.ts';
import { paths } from '../../paths.ts';
import { BenefitTable } from '../../plans/benefit-table.tsx';
import type { PlanNames } from '../../plans/names.ts';
import { schemeNames } from '../../plans/plan-words.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Select } from '../../ui/select.tsx';
import { PlanState } from './plan-state.tsx';
import { StartFields } from './start-fields.tsx';
import { VersionsCard } from './versions-card.tsx';

/** A form of the plan's page that was refused, or is shown for the first time. */
export interface PlanForms {
  errors: FormErrors;
  name: string;
  scheme: string;
  retiredFrom: string;
  start: string;
  copyOf: string;
}

export type PlanPageProps = {
  slug: string;
  today: string;
  plan: Plan;
  names: PlanNames;
  versions: readonly { version: number; from: string }[];
  /** the version that is shown; null: none was published */
  shown: { version: number; from: string; rules: PlanRules } | null;
  inForce: number | null;
  draft: { savedBy: string } | null;
  /** the revision a new draft begins from */
  revision: number;
  /** plans that can be copied */
  others: readonly { code: string; name: string }[];
  may: { update: boolean; retire: boolean; seeEnrollees: boolean };
  forms: PlanForms;
  ids: { change: string; start: string; retire: string };
};

/** The page has three forms: each shows its own mistakes. */
const only = (errors: FormErrors, ...fields: string[]): FormErrors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => fields.includes(field)));

function StartCard({ slug, plan, versions, draft, revision, others, may, forms, ids }: PlanPageProps) {
  if (!may.update || draft !== null) return null;
  return (
    <Card title={versions.length === 0 ? 'Begin the first version' : 'Begin the next version'}>
      <Form
        action={paths.staff(slug).planDrafts(plan.code)}
        commandId={ids.start}
        errors={only(forms.errors, 'start', 'copyOf')}
        refused="No draft was begun."
      >
        <input type="hidden" name="revision" value={revision} />
        <StartFields
          start={forms.start}
          copyOf={forms.copyOf}
          plans={others}
          errors={forms.errors}
          latest={versions.at(-1)?.version ?? null}
        />
        <Actions plainly>
          <Button>Begin a draft</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function NameCard({ slug, plan, may, forms, ids }: PlanPageProps) {
  if (!may.update) return null;
  return (
    <Card title="Name and scheme">
      <Form
        action={paths.staff(slug).plan(plan.code)}
        commandId={ids.change}
        errors={only(forms.errors, 'name', 'scheme')}
      >
        <Fields>
          <Field
            name="name"
            label="Name"
            hint="Changes at once, for every version."
            value={forms.name}
            maxlength={80}
            error={forms.errors.name}
            autofocus={forms.errors.name !== undefined}
          />
          <Select
            name="scheme"
            label="Scheme"
            options={planSchemes.map((value) => ({ value, label: schemeNames[value] }))}
            value={forms.scheme}
            error={forms.errors.scheme}
          />
        </Fields>
        <Actions plainly>
          <Button>Save</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function RetireCard({ slug, plan, may, forms, ids }: PlanPageProps) {
  if (!may.retire) return null;
  const action = paths.staff(slug).planRetirements(plan.code);
  if (plan.retiredFrom !== null)
    return (
      <Card title="Retired">
        <p>
          Nobody is put on this plan from <DayText date={plan.retiredFrom} /> on. Those who are on it stay.
        </p>
        <Form action={action} commandId={ids.retire} inline>
          <input type="hidden" name="back" value="1" />
          <Button>Take it back into use</Button>
        </Form>
      </Card>
    );
  return (
    <Card title="Retire it">
      <Form action={action} commandId={ids.retire} errors={only(forms.errors, 'retiredFrom')}>
        <Fields>
          <Field
            name="retiredFrom"
            type="date"
            label="From"
            hint="Nobody is put on it from this day on; those who are on it stay. It can be taken back."
            value={forms.retiredFrom}
            error={forms.errors.retiredFrom}
            autofocus={forms.errors.retiredFrom !== undefined}
          />
        </Fields>
        <Actions plainly>
          <Button>Retire the plan</Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** A plan: what one of its versions gives in plain words, its other versions, and what can be done with it. */
export function PlanPage(props: PlanPageProps) {
  const { slug, today, plan, names, versions, shown, inForce, draft, may, forms } = props;
  const to = paths.staff(slug);
  const coming = versions.find(({ from }) => from > today) ?? null;
  return (
    <>
      <PageHeader
        title={plan.name}
        badge={<PlanState plan={plan} inForce={inForce} coming={coming} today={today} />}
        crumbs={[{ label: 'Plans', href: to.plans() }]}
        lead={
          <>
            {plan.code} · {schemeNames[plan.scheme]}
            {shown === null ? null : (
              <>
                {' '}
                · Version {shown.version}, from <DayText date={shown.from} />
              </>
            )}
          </>
        }
        actions={
          <>
            {may.seeEnrollees ? (
              <ButtonLink href={to.enrollees({ plan: plan.code })}>Who is on it</ButtonLink>
            ) : null}
            {draft === null ? null : (
              <ButtonLink look="primary" href={to.planDraft(plan.code)}>
                Open the draft
              </ButtonLink>
            )}
          </>
        }
      />
      {forms.errors[''] === undefined ? null : <Notice tone="warn">{forms.errors['']}</Notice>}
      {shown === null ? (
        <Card>
          <EmptyState title="Nothing published yet">
            {draft === null
              ? 'Begin a draft below, then publish it with a date.'
              : `${draft.savedBy} has a draft of the first version: open it, then publish it with a date.`}
          </EmptyState>
        </Card>
      ) : (
        <BenefitTable rules={shown.rules} names={names} />
      )}
      <VersionsCard
        slug={slug}
        plan={plan.code}
        versions={versions}
        shown={shown?.version ?? null}
        inForce={inForce}
        hasDraft={draft !== null}
      />
      <StartCard {...props} />
      <div class="deck large">
        <NameCard {...props} />
        <RetireCard {...props} />
      </div>
    </>
  );
}
