import type { PlanRules } from '../../schema/domain/plans/plan.ts';
import { paths } from '../paths.ts';
import { BenefitTable } from '../plans/benefit-table.tsx';
import type { PlanNames } from '../plans/names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';

type MyPlanPageProps = { memberId: string; name: string; rules: PlanRules | null; names: PlanNames };

/** Everything that a plan gives, in the words that staff read too. */
export function MyPlanPage({ memberId, name, rules, names }: MyPlanPageProps) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Coverage', href: paths.me.coverage({ of: memberId }) }]}
        title={<bdi>{name}</bdi>}
        lead="Everything the plan covers, and what it does not."
      />
      {rules === null ? (
        <EmptyState title="Nothing is in force">
          There is no plan with benefits on this day. Your insurer can say why.
        </EmptyState>
      ) : (
        <BenefitTable rules={rules} names={names} />
      )}
    </>
  );
}
