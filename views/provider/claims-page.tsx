import { type ClaimState, claimStates } from '../../schema/domain/claims/claim.ts';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Table } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { type FacilityClaimRow, facilityClaimTable } from './claim-rows.tsx';
import { NewClaimButton } from './new-claim-button.tsx';

type ClaimsPageProps = {
  zone: string;
  state: ClaimState | '';
  q: string;
  after: string;
  counts: Readonly<Partial<Record<ClaimState, number>>>;
  rows: readonly FacilityClaimRow[];
  next: string | null;
  /** for whoever may write drafts */
  draftId: string | null;
};

function Empty({ q, state, draftId }: ClaimsPageProps) {
  const all = <a href={paths.provider.claims()}>All claims</a>;
  if (q)
    return (
      <EmptyState title={`Nothing found for “${q}”`} action={all}>
        Search by a claim's number, such as CLM-26-000123, or by a whole member id.
      </EmptyState>
    );
  if (state)
    return (
      <EmptyState title={`No claim is ${stateWords(state).toLowerCase()}`} action={all}>
        Claims move here by themselves as the HMOs work on them.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No claims yet"
      action={draftId === null ? undefined : <NewClaimButton commandId={draftId} />}
    >
      File the first one; its state shows here as the HMO works on it.
    </EmptyState>
  );
}

/** The facility's claims over all its HMOs, newest first. */
export function ClaimsPage(props: ClaimsPageProps) {
  const { zone, state, q, after, counts, rows, next, draftId } = props;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = claimStates.filter((each) => (counts[each] ?? 0) > 0 || each === state);
  return (
    <>
      <PageHeader
        title="Claims"
        lead="Newest first, over all HMOs"
        actions={draftId === null ? undefined : <NewClaimButton commandId={draftId} />}
      />
      <Tabs
        label="Claims by state"
        tabs={[
          { label: 'All', href: paths.provider.claims(), count: total, current: q === '' && state === '' },
          ...shown.map((each) => ({
            label: stateWords(each),
            href: paths.provider.claims({ state: each }),
            count: counts[each] ?? 0,
            current: q === '' && each === state,
          })),
        ]}
      />
      <div id="queue-news" />
      {rows.length === 0 ? (
        <Empty {...props} />
      ) : (
        <Table spec={facilityClaimTable(zone)} rows={rows} label="Claims, newest first" bodyId="claims" />
      )}
      <ListPager
        after={after}
        next={next}
        at={(cursor) => paths.provider.claims({ state, q, after: cursor })}
      />
    </>
  );
}
