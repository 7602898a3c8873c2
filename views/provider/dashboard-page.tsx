import { type ClaimState, claimStates } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { CountValue } from '../claims/count-value.tsx';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { Table } from '../ui/table.tsx';
import { type FacilityClaimRow, facilityClaimTable, queryTable } from './claim-rows.tsx';
import { DraftList, type DraftRow } from './draft-list.tsx';
import { NewClaimButton } from './new-claim-button.tsx';

type DashboardProps = {
  name: string;
  zone: string;
  now: Moment;
  counts: Readonly<Partial<Record<ClaimState, number>>>;
  queries: readonly FacilityClaimRow[];
  today: readonly FacilityClaimRow[];
  /** null where the role writes no drafts */
  drafts: readonly DraftRow[] | null;
  newId: string | null;
};

const always: readonly ClaimState[] = ['RECEIVED', 'IN_REVIEW', 'QUERIED', 'APPROVED', 'REJECTED'];

function Counts({ counts }: Pick<DashboardProps, 'counts'>) {
  const shown = claimStates.filter((state) => always.includes(state) || (counts[state] ?? 0) > 0);
  return (
    <Stats>
      {shown.map((state) => (
        <Stat
          label={stateWords(state)}
          value={<CountValue name={state} value={counts[state] ?? 0} />}
          href={paths.provider.claims({ state })}
          {...(state === 'QUERIED' && (counts.QUERIED ?? 0) > 0 ? { tone: 'warn' as const } : {})}
        />
      ))}
    </Stats>
  );
}

/** What waits for the facility first, then today's claims and where all of them stand. */
export function DashboardPage({ name, zone, now, counts, queries, today, drafts, newId }: DashboardProps) {
  const spec = facilityClaimTable(zone);
  return (
    <>
      <PageHeader
        title="Dashboard"
        lead={<bdi>{name}</bdi>}
        actions={newId === null ? undefined : <NewClaimButton commandId={newId} />}
      />
      {queries.length === 0 ? null : (
        <Card title="Queries to answer" kind="flush" id="queries">
          <Table spec={queryTable(zone, now)} rows={queries} label="Claims with a query to answer" />
        </Card>
      )}
      <section class="stack" aria-labelledby="states">
        <h2 id="states">Claims by state</h2>
        <Counts counts={counts} />
      </section>
      <Card title="Submitted today" kind="flush" aside={<a href={paths.provider.claims()}>All claims</a>}>
        {today.length === 0 ? (
          <EmptyState title="Nothing submitted today">
            Claims filed today are listed here with their state.
          </EmptyState>
        ) : (
          <Table spec={spec} rows={today} label="Claims submitted today" />
        )}
      </Card>
      {drafts === null || drafts.length === 0 ? null : (
        <Card title="Drafts to finish" kind="flush" aside={<a href={paths.provider.drafts()}>All drafts</a>}>
          <DraftList drafts={drafts} zone={zone} />
        </Card>
      )}
    </>
  );
}
