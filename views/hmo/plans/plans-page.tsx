import type { Plan } from '../../../schema/domain/plans/plan.ts';
import { paths } from '../../paths.ts';
import { schemeNames } from '../../plans/plan-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { PlanState } from './plan-state.tsx';

/** A plan of the list, as it stands today. */
export interface PlanRow {
  plan: Plan;
  inForce: { version: number; from: string } | null;
  /** published, with a first day that has not come */
  coming: { version: number; from: string } | null;
  draftBy: string | null;
}

type PlansPageProps = {
  slug: string;
  today: string;
  rows: readonly PlanRow[];
  next: string | null;
  after: string;
  mayCreate: boolean;
};

const VersionText = ({ version, from }: { version: number; from: string }) => (
  <>
    Version {version}, from <DayText date={from} />
  </>
);

const plansTable = (slug: string, today: string): TableSpec<PlanRow> => ({
  rowId: ({ plan }) => `plan-${plan.code}`,
  phone: 'labels',
  columns: [
    {
      label: 'Plan',
      cell: ({ plan }) => (
        <>
          <a href={paths.staff(slug).plan(plan.code)}>{plan.name}</a>
          <small>{plan.code}</small>
        </>
      ),
    },
    { label: 'Scheme', muted: true, cell: ({ plan }) => schemeNames[plan.scheme] },
    { label: 'State', cell: (row) => <PlanState {...row} today={today} /> },
    { label: 'In force', cell: ({ inForce }) => (inForce ? <VersionText {...inForce} /> : '—') },
    { label: 'Coming', cell: ({ coming }) => (coming ? <VersionText {...coming} /> : '—') },
    {
      label: 'Draft',
      cell: ({ draftBy, plan }) =>
        draftBy === null ? (
          '—'
        ) : (
          <>
            <Badge tone="info">Draft</Badge>{' '}
            <a href={paths.staff(slug).planDraft(plan.code)}>
              by {draftBy}
              <span class="unseen">, of {plan.name}</span>
            </a>
          </>
        ),
    },
  ],
});

/** Every plan, with the version in force. */
export function PlansPage({ slug, today, rows, next, after, mayCreate }: PlansPageProps) {
  const to = paths.staff(slug);
  const make = (
    <ButtonLink look="primary" href={to.newPlan()}>
      New plan
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Plans"
        lead="What each plan covers, version by version."
        actions={mayCreate ? make : undefined}
      />
      {rows.length === 0 ? (
        <Card>
          <EmptyState title="No plans yet">
            A plan says what its members are covered for. Begin from a template: a three-tier offer takes
            minutes.
          </EmptyState>
        </Card>
      ) : (
        <Table spec={plansTable(slug, today)} rows={rows} label="Plans" loose />
      )}
      <ListPager after={after} next={next} at={(cursor) => to.plans({ after: cursor })} />
    </>
  );
}
