import type { Benefit } from '../../../schema/domain/plans/plan.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { paths } from '../../paths.ts';
import type { PlanNames } from '../../plans/names.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions, EnterSaves, Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CoversFields, IdentityFields } from './benefit-fields.tsx';
import { PermissionFields, WhereFields, WhoFields } from './condition-fields.tsx';
import type { Filled } from './entry.ts';
import { LimitFields, PayFields } from './limit-fields.tsx';
import { StaleDraft } from './stale-draft.tsx';

export type BenefitPageProps = {
  slug: string;
  plan: { code: string; name: string };
  names: PlanNames;
  filled: Filled;
  /** as it stands in the draft; null: it is being added */
  benefit: Benefit | null;
  others: readonly { code: string; name: string }[];
  holders: Readonly<Record<string, string>>;
  /** who saved the draft meanwhile, in a sentence */
  stale?: string | undefined;
  removeId: string;
  /** the benefit that was added just before */
  added?: string | undefined;
};

function Removal({ slug, plan, filled, benefit, removeId }: BenefitPageProps) {
  if (benefit === null) return null;
  return (
    <Card title="Remove it">
      <p>Takes the benefit out of the draft. Versions that were published keep theirs.</p>
      <Form
        action={paths.staff(slug).planDraftRemovals(plan.code, benefit.code)}
        commandId={removeId}
        hx-confirm={`Remove “${benefit.name}” from the draft?`}
        inline
      >
        <input type="hidden" name="revision" value={filled.revision} />
        <Button>Remove {benefit.name}</Button>
      </Form>
    </Card>
  );
}

/** One benefit of a draft: every rule it can state, each with an example. */
export function BenefitPage(props: BenefitPageProps) {
  const { slug, plan, names, filled, benefit, others, holders, stale, added } = props;
  const to = paths.staff(slug);
  const sign = currencySign(names.currency);
  const { errors, revision, commandId } = filled;
  return (
    <>
      <PageHeader
        title={benefit === null ? 'Add a benefit' : benefit.name}
        crumbs={[
          { label: 'Plans', href: to.plans() },
          { label: plan.name, href: to.plan(plan.code) },
          { label: 'Draft', href: to.planDraft(plan.code) },
        ]}
        lead="Fill in what this benefit states; what you leave empty, it does not state."
      />
      {added === undefined ? null : <Notice tone="ok">“{added}” is in the draft. Add the next one.</Notice>}
      {stale === undefined ? null : <StaleDraft message={stale} benefit={benefit} names={names} />}
      <Form
        action={to.planDraftBenefit(plan.code, benefit?.code ?? 'new')}
        commandId={commandId}
        errors={errors}
      >
        <EnterSaves />
        <input type="hidden" name="revision" value={revision} />
        <IdentityFields filled={filled} others={others} />
        <CoversFields slug={slug} filled={filled} names={names} holders={holders} />
        <LimitFields filled={filled} sign={sign} />
        <PayFields filled={filled} sign={sign} />
        <WhoFields filled={filled} />
        <WhereFields filled={filled} />
        <PermissionFields filled={filled} sign={sign} />
        <Actions plainly>
          <Button look="primary">{benefit === null ? 'Add the benefit' : 'Save the benefit'}</Button>
          {benefit === null ? (
            <Button name="onward" value="another">
              Add, and begin another
            </Button>
          ) : (
            <ButtonLink href={to.planDraftExclusions(plan.code, { benefit: benefit.code })}>
              What it does not cover
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={to.planDraft(plan.code)}>
            Back without saving
          </ButtonLink>
        </Actions>
      </Form>
      <Removal {...props} />
    </>
  );
}
