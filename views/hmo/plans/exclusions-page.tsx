import { paths } from '../../paths.ts';
import type { PlanNames } from '../../plans/names.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Actions, EnterSaves, Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { Filled } from './entry.ts';
import { ExclusionFields } from './exclusion-fields.tsx';
import { StaleDraft } from './stale-draft.tsx';

type ExclusionsPageProps = {
  slug: string;
  plan: { code: string; name: string };
  names: PlanNames;
  filled: Filled;
  /** the benefit they are of; null: the whole plan's */
  benefit: { code: string; name: string } | null;
  /** how many stand in the form, without the one to fill in */
  count: number;
  stale?: string | undefined;
};

/** What a benefit, or the whole plan, does not cover. */
export function ExclusionsPage({ slug, plan, names, filled, benefit, count, stale }: ExclusionsPageProps) {
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title={benefit === null ? 'Not covered by the plan' : `Not covered by ${benefit.name}`}
        crumbs={[
          { label: 'Plans', href: to.plans() },
          { label: plan.name, href: to.plan(plan.code) },
          { label: 'Draft', href: to.planDraft(plan.code) },
          ...(benefit === null
            ? []
            : [{ label: benefit.name, href: to.planDraftBenefit(plan.code, benefit.code) }]),
        ]}
        lead={
          benefit === null
            ? 'What no benefit of this plan pays for, in the words that people are shown.'
            : 'What this benefit does not pay for although it belongs to it.'
        }
      />
      {stale === undefined ? null : <StaleDraft message={stale} />}
      <Form
        action={to.planDraftExclusions(plan.code, { benefit: benefit?.code })}
        commandId={filled.commandId}
        errors={filled.errors}
      >
        <EnterSaves />
        <input type="hidden" name="revision" value={filled.revision} />
        {Array.from({ length: count + 1 }, (_, index) => (
          <ExclusionFields slug={slug} filled={filled} names={names} index={index} there={index < count} />
        ))}
        <Actions plainly>
          <Button look="primary">Save</Button>
          <Button name="onward" value="another">
            Save, and add another
          </Button>
          <ButtonLink look="quiet" href={to.planDraft(plan.code)}>
            Back without saving
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
