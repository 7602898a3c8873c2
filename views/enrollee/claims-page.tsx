import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { ClaimList, type MyClaimRow } from './claim-list.tsx';
import { Whose, type WhoseChoice } from './whose.tsx';

type ClaimsPageProps = {
  people: readonly WhoseChoice[];
  memberId: string;
  claims: readonly MyClaimRow[];
  after: string;
  next: string | null;
};

/** One person's claims, the latest first. */
export function MyClaimsPage({ people, memberId, claims, after, next }: ClaimsPageProps) {
  return (
    <>
      <PageHeader title="Claims" lead="What was billed for your care, and what your plan pays of it." />
      <Whose people={people} current={memberId} />
      <Card kind="flush">
        {claims.length === 0 ? (
          <EmptyState title="No claims yet">
            When a provider bills your insurer for your care, it is listed here.
          </EmptyState>
        ) : (
          <ClaimList claims={claims} whose={{}} />
        )}
        <ListPager
          after={after}
          next={next}
          at={(cursor) => paths.me.claims({ of: memberId, after: cursor })}
        />
      </Card>
    </>
  );
}
