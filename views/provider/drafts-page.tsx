import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { DraftList, type DraftRow } from './draft-list.tsx';
import { NewClaimButton } from './new-claim-button.tsx';

type DraftsPageProps = {
  drafts: readonly DraftRow[];
  zone: string;
  newId: string;
  discardIds: Readonly<Record<string, string>>;
};

/** What is still being entered. */
export function DraftsPage({ drafts, zone, newId, discardIds }: DraftsPageProps) {
  return (
    <>
      <PageHeader
        title="Drafts"
        lead="Saved as they are typed"
        actions={<NewClaimButton commandId={newId} />}
      />
      {drafts.length === 0 ? (
        <EmptyState title="No drafts">
          A claim that is begun and not submitted waits here for anybody of the facility.
        </EmptyState>
      ) : (
        <DraftList drafts={drafts} zone={zone} discardIds={discardIds} />
      )}
    </>
  );
}
