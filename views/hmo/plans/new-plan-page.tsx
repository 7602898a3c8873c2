import { planSchemes } from '../../../schema/domain/plans/plan.ts';
import { paths } from '../../paths.ts';
import { schemeNames } from '../../plans/plan-words.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Select } from '../../ui/select.tsx';
import { StartFields } from './start-fields.tsx';

export type NewPlanPageProps = {
  slug: string;
  commandId: string;
  entry: { code: string; name: string; scheme: string; start: string; copyOf: string };
  errors: FormErrors;
  plans: readonly { code: string; name: string }[];
};

/** A new plan: what it is called and what its first draft begins with. */
export function NewPlanPage({ slug, commandId, entry, errors, plans }: NewPlanPageProps) {
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="New plan"
        crumbs={[{ label: 'Plans', href: to.plans() }]}
        lead="Nobody is covered by it before you publish its first version."
      />
      <div class="narrow">
        <Card>
          <Form action={to.plans()} commandId={commandId} errors={errors}>
            <Fields>
              <Field
                name="name"
                label="Name"
                hint="What members read on their card, for example: Gold."
                maxlength={80}
                value={entry.name}
                error={errors.name}
                autofocus={firstBad(errors, 'name')}
              />
              <Field
                name="code"
                label="Code"
                hint="Capitals, digits and dashes; it stays. For example: GOLD."
                maxlength={20}
                value={entry.code}
                error={errors.code}
                autofocus={firstBad(errors, 'code')}
              />
              <Select
                name="scheme"
                label="Scheme"
                hint="Whose rules and clocks it follows; most employer plans are private."
                options={planSchemes.map((value) => ({ value, label: schemeNames[value] }))}
                value={entry.scheme}
                error={errors.scheme}
              />
            </Fields>
            <StartFields
              start={entry.start}
              copyOf={entry.copyOf}
              plans={plans}
              errors={errors}
              latest={null}
            />
            <Actions plainly>
              <Button look="primary">Create the plan</Button>
              <ButtonLink look="quiet" href={to.plans()}>
                Back to the plans
              </ButtonLink>
            </Actions>
          </Form>
        </Card>
      </div>
    </>
  );
}
