import { currencySign } from '../../claims/currency-sign.ts';
import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions, Fields, Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Checkbox, RadioGroup } from '../../ui/radio-group.tsx';
import { type Filled, one } from './entry.ts';
import { MoneyField, NumberField } from './limit-fields.tsx';
import { StaleDraft } from './stale-draft.tsx';

type OverallPageProps = {
  slug: string;
  plan: { code: string; name: string };
  currency: string;
  filled: Filled;
  stale?: string | undefined;
};

function DependantFields({ filled }: { filled: Filled }) {
  const { entry } = filled;
  return (
    <Card title="Who can be added to a principal">
      <div class="choices">
        <Checkbox name="dependants.spouse" label="Spouse" checked={one(entry, 'dependants.spouse') !== ''} />
        <Checkbox
          name="dependants.other"
          label="Other dependants"
          note="For example, a parent who lives with the principal."
          checked={one(entry, 'dependants.other') !== ''}
        />
      </div>
      <Fields>
        <NumberField
          filled={filled}
          name="dependants.childrenUnder"
          label="Children until this birthday"
          hint="For example, 18. Empty: children cannot be added."
        />
        <NumberField
          filled={filled}
          name="dependants.most"
          label="At most this many dependants"
          hint="For example, 5: a spouse and four children. Empty: as many as there are."
        />
      </Fields>
    </Card>
  );
}

/** What a draft says over all benefits. */
export function OverallPage({ slug, plan, currency, filled, stale }: OverallPageProps) {
  const to = paths.staff(slug);
  const sign = currencySign(currency);
  return (
    <>
      <PageHeader
        title="Over all benefits"
        crumbs={[
          { label: 'Plans', href: to.plans() },
          { label: plan.name, href: to.plan(plan.code) },
          { label: 'Draft', href: to.planDraft(plan.code) },
        ]}
        lead="Rules that hold whichever benefit is used."
      />
      {stale === undefined ? null : <StaleDraft message={stale} />}
      <Form action={to.planDraftOverall(plan.code)} commandId={filled.commandId} errors={filled.errors}>
        <input type="hidden" name="revision" value={filled.revision} />
        <Card title="Overall limits and deductible">
          <Fields>
            <MoneyField
              filled={filled}
              name="overall.person"
              label={`Limit of one person per year (${sign})`}
              hint="The most the plan pays for one person over all benefits, for example: 1,000,000."
            />
            <MoneyField
              filled={filled}
              name="overall.family"
              label={`Limit of a family per year (${sign})`}
              hint="For all members of a family together, for example: 2,500,000."
            />
            <MoneyField
              filled={filled}
              name="deductible"
              label={`Deductible (${sign})`}
              hint="What the enrollee pays first each year before the plan pays anything, for example: 20,000."
            />
          </Fields>
        </Card>
        <DependantFields filled={filled} />
        <Card title="When somebody moves here from another plan">
          <RadioGroup
            name="onMove"
            label="What they used this year under the other plan"
            choices={[
              { value: 'carry used', label: 'Counts here too', note: 'Limits are what is left of them.' },
              { value: 'fresh', label: 'Is forgotten', note: 'Limits begin anew on the day of the move.' },
            ]}
            value={one(filled.entry, 'onMove') || 'carry used'}
            error={filled.errors.onMove}
          />
        </Card>
        <Actions plainly>
          <Button look="primary">Save</Button>
          <ButtonLink look="quiet" href={to.planDraft(plan.code)}>
            Back without saving
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
