import type { Benefit, PlanRules } from '../../../schema/domain/plans/plan.ts';
import { paths } from '../../paths.ts';
import { limitWords, payWords, permissionWords } from '../../plans/benefit-words.ts';
import { categoryNames } from '../../plans/category-names.ts';
import { Lines } from '../../plans/lines.tsx';
import type { PlanNames } from '../../plans/names.ts';
import { deductibleWords, dependantWords, moveWords, overallWords } from '../../plans/plan-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { DraftProblems, type Problem } from './draft-problems.tsx';
import { PublishCard, type PublishEntry } from './publish-card.tsx';
import { StaleDraft } from './stale-draft.tsx';

export type DraftPageProps = {
  slug: string;
  zone: string;
  plan: { code: string; name: string };
  names: PlanNames;
  rules: PlanRules;
  revision: number;
  savedAt: number;
  savedBy: string;
  basedOn: number | null;
  /** what stands in the way of publishing */
  problems: readonly Problem[];
  publish: PublishEntry;
  mayEdit: boolean;
  mayPublish: boolean;
  /** commands that move a benefit, by its code */
  moves: Readonly<Record<string, string>>;
  discardId: string;
  stale?: string | undefined;
};

type OrderProps = { page: DraftPageProps; benefit: Benefit };

/** Moves a benefit up or down by one. */
function Order({ page: { slug, plan, rules, revision, moves }, benefit }: OrderProps) {
  const { code, name } = benefit;
  const move = (to: 'up' | 'down', arrow: string) => (
    <Button name="to" value={to} look="quiet" slim aria-label={`Move ${name} ${to}`}>
      {arrow}
    </Button>
  );
  return (
    <Form action={paths.staff(slug).planDraftOrder(plan.code)} commandId={moves[code]} inline>
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="benefit" value={code} />
      {benefit === rules.benefits.at(0) ? null : move('up', '↑')}
      {benefit === rules.benefits.at(-1) ? null : move('down', '↓')}
    </Form>
  );
}

function benefitsSpec(props: DraftPageProps): TableSpec<Benefit> {
  const { slug, plan, names, mayEdit } = props;
  const to = paths.staff(slug);
  return {
    rowId: ({ code }) => `benefit-${code}`,
    phone: 'labels',
    columns: [
      {
        label: 'Benefit',
        cell: (benefit) => (
          <>
            {mayEdit ? (
              <a href={to.planDraftBenefit(plan.code, benefit.code)}>{benefit.name}</a>
            ) : (
              benefit.name
            )}
            <small>
              {benefit.code} · {categoryNames[benefit.category]}
            </small>
          </>
        ),
      },
      { label: 'Limit', cell: (benefit) => <Lines words={limitWords(benefit, names)} /> },
      { label: 'Enrollee pays', cell: (benefit) => <Lines words={payWords(benefit, names)} /> },
      { label: 'Permission', muted: true, cell: (benefit) => permissionWords(benefit, names) },
      ...(mayEdit
        ? [{ label: 'Order', cell: (benefit: Benefit) => <Order page={props} benefit={benefit} /> }]
        : []),
    ],
  };
}

function Benefits(props: DraftPageProps) {
  const { slug, plan, rules, mayEdit } = props;
  const add = paths.staff(slug).planDraftBenefit(plan.code, 'new');
  if (rules.benefits.length === 0)
    return (
      <Card title="Benefits">
        <EmptyState
          title="No benefits yet"
          action={
            mayEdit ? (
              <ButtonLink look="primary" href={add}>
                Add the first benefit
              </ButtonLink>
            ) : null
          }
        >
          A benefit says which services are paid for, up to how much and under which conditions.
        </EmptyState>
      </Card>
    );
  return (
    <Card
      kind="flush"
      title={`Benefits (${rules.benefits.length})`}
      aside={mayEdit ? <ButtonLink href={add}>Add a benefit</ButtonLink> : undefined}
    >
      <Table spec={benefitsSpec(props)} rows={rules.benefits} label="Benefits of the draft" loose />
    </Card>
  );
}

function Overall({ slug, plan, rules, names, mayEdit }: DraftPageProps) {
  const to = paths.staff(slug);
  const edit = (href: string, what: string) => (mayEdit ? <a href={href}>Change {what}</a> : undefined);
  return (
    <>
      <Card title="Over all benefits" aside={edit(to.planDraftOverall(plan.code), 'the overall rules')}>
        <Facts
          facts={[
            ['Overall limit', overallWords(rules, names)],
            ['Deductible', deductibleWords(rules, names)],
            ['Who can be added', dependantWords(rules)],
            ['After a plan move', moveWords(rules)],
          ]}
        />
      </Card>
      <Card title="Not covered" aside={edit(to.planDraftExclusions(plan.code), 'the exclusions')}>
        {rules.exclusions.length === 0 ? (
          <p class="hint">Nothing is excluded from the whole plan.</p>
        ) : (
          <ul class="dotted">
            {rules.exclusions.map(({ wording }) => (
              <li>{wording}</li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

function Discard({ slug, plan, revision, discardId, mayEdit }: DraftPageProps) {
  if (!mayEdit) return null;
  return (
    <Form
      action={paths.staff(slug).planDraftDiscard(plan.code)}
      commandId={discardId}
      hx-confirm="Discard this draft? What was published stays as it is."
      inline
    >
      <input type="hidden" name="revision" value={revision} />
      <Button look="quiet">Discard the draft</Button>
    </Form>
  );
}

/** What is to become a plan's next version: its benefits, what stands in its way, and publishing it. */
export function DraftPage(props: DraftPageProps) {
  const { slug, plan, basedOn, savedAt, savedBy, zone, stale, problems } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title={`Draft of ${plan.name}`}
        badge={<Badge tone="info">Draft</Badge>}
        crumbs={[
          { label: 'Plans', href: to.plans() },
          { label: plan.name, href: to.plan(plan.code) },
        ]}
        lead={
          <>
            {basedOn === null ? 'Its first version.' : `Begun from version ${basedOn}.`} Saved by {savedBy}{' '}
            <MomentText at={savedAt} timeZone={zone} />.{' '}
            {basedOn === null ? null : (
              <a href={to.planComparison(plan.code, { before: basedOn, after: 'draft' })}>What changed</a>
            )}
          </>
        }
        actions={<Discard {...props} />}
      />
      {stale === undefined ? null : <StaleDraft message={stale} />}
      <DraftProblems slug={slug} plan={plan.code} problems={problems} />
      <Benefits {...props} />
      <Overall {...props} />
      <PublishCard {...props} />
    </>
  );
}
