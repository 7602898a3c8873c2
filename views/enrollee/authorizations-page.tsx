import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { AuthorizationList, type MyAuthorizationRow } from './authorization-list.tsx';

type AuthorizationsPageProps = {
  requests: readonly MyAuthorizationRow[];
  whose: Readonly<Record<string, string>>;
  after: string;
  next: string | null;
};

/** What providers asked the insurer beforehand, for oneself and whom one may see; the newest first. */
export function MyAuthorizationsPage({ requests, whose, after, next }: AuthorizationsPageProps) {
  return (
    <>
      <PageHeader
        title="Authorizations"
        lead="Care that a provider asked your insurer to agree to, and what came of it."
      />
      <Card kind="flush">
        {requests.length === 0 ? (
          <EmptyState title="No authorizations yet">
            When a provider asks your insurer to agree to your care beforehand, it is listed here.
          </EmptyState>
        ) : (
          <AuthorizationList requests={requests} whose={whose} />
        )}
        <ListPager
          after={after}
          next={next}
          at={(cursor) => paths.me.authorizations(cursor === '' ? {} : { after: cursor })}
        />
      </Card>
    </>
  );
}
