import type { SavedViews } from '../../schema/domain/claims/saved-views.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { CountValue } from '../claims/count-value.tsx';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Table } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { periodWords } from './periods.ts';
import { QueueDrops } from './queue-drops.tsx';
import { everyOpen, isSameFilter, type QueueFilter, queueQuery } from './queue-filter.ts';
import { LiveList } from './queue-live.tsx';
import { type QueueRow, queueTable } from './queue-row.tsx';
import { type QueueView, queueViewWords } from './queue-tabs.ts';
import type { FilterNames } from './set-filters.ts';

type QueuePageProps = {
  slug: string;
  /** whether this person may enter claims for facilities */
  enters?: boolean;
  currency: string;
  now: number;
  filter: QueueFilter;
  /** How many stand in each view; one that is not counted shows no figure. */
  tabs: readonly { view: QueueView; count?: number }[];
  /** how many wait for a second person */
  proposals: number;
  open: number;
  late: number;
  waiting: number;
  /** due before this moment is soon */
  soon: number;
  /** risk may be seen */
  risk: boolean;
  /** what the filter's facility, client and plan are called */
  names: FilterNames;
  saved: SavedViews;
  rows: readonly QueueRow[];
  next: string | null;
  /** The next claim's command, for whoever may take claims. */
  takeId: string | null;
  /** the claim that was decided just before */
  decided: string | null;
};

function NextClaim({ slug, takeId }: { slug: string; takeId: string }) {
  return (
    <Form action={paths.staff(slug).next()} commandId={takeId} inline>
      <Button look="primary" keys="n">
        Next claim
      </Button>
    </Form>
  );
}

function Empty({ filter, slug }: { filter: QueueFilter; slug: string }) {
  const { q, view } = filter;
  const all = <a href={paths.staff(slug).claims(queueQuery(everyOpen))}>All open claims</a>;
  if (q)
    return (
      <EmptyState title={`Nothing found for “${q}”`} action={all}>
        Search by a claim's number, such as CLM-26-000123, by a whole member id, or by the id that the sender
        gave the claim.
      </EmptyState>
    );
  if (view === 'mine')
    return (
      <EmptyState title="You hold no claim" action={all}>
        Take one from the queue; it stays yours for ten minutes and as long as its page is open.
      </EmptyState>
    );
  return (
    <EmptyState
      title={view === 'late' ? 'Nothing is late' : 'Nothing waits here'}
      action={isSameFilter(filter, everyOpen) ? undefined : all}
    >
      New claims appear by themselves, the most urgent first.
    </EmptyState>
  );
}

/** Nothing of this page's part of the queue matches, and there is more of the queue: that is not the same as nothing. */
const NoneYet = ({ next }: { next: string }) => (
  <EmptyState title="None found so far" action={<a href={next}>Look further</a>}>
    These filters together fit none of the claims that were looked at for this page. Others further down may.
  </EmptyState>
);

const isNewest = ({ view, q }: QueueFilter) => q !== '' || view === 'all' || view === 'decided';

/** A list shorter than this with more to come has been looked through as far as one page may cost. */
const page_rows = 50;

/** The tabs that everybody has, and the person's own. */
function ViewTabs({ slug, filter, tabs, saved, proposals }: QueuePageProps) {
  const to = paths.staff(slug);
  const shown = to.claims(queueQuery({ ...filter, after: '' }));
  const own = saved.views.map(({ name, query }) => ({ label: name, href: `${to.claims()}?${query}` }));
  const isOwn = own.some(({ href }) => href === shown);
  const common = tabs.map(({ view, count }) => ({
    label: queueViewWords[view],
    href: to.claims(queueQuery({ ...everyOpen, view })),
    current: filter.q === '' && view === filter.view && !isOwn,
    ...(count === undefined ? {} : { count }),
  }));
  const mine = own.map((tab) => ({ ...tab, current: tab.href === shown }));
  const href = to.counted({ figure: 'confirmable' });
  const waiting = proposals === 0 ? [] : [{ label: 'Proposals', href, count: proposals }];
  return <Tabs label="Views of the queue" tabs={[...common, ...waiting, ...mine]} />;
}

/** The work that waits, most urgent first (claims.md, Queue order). */
export function QueuePage(props: QueuePageProps) {
  const { slug, currency, now, soon, risk, filter, open, late, waiting, names, rows, next } = props;
  const { takeId, decided } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="Claims"
        lead={
          <>
            <CountValue name="open" value={open} /> open · <CountValue name="late" value={late} /> late ·{' '}
            {formatMoney(waiting, currency, { symbol: true })} waiting
          </>
        }
        actions={
          <>
            {props.enters === true ? (
              <ButtonLink href={paths.staff(slug).newClaim()}>Enter a claim</ButtonLink>
            ) : null}
            {takeId === null ? null : <NextClaim slug={slug} takeId={takeId} />}
          </>
        }
      />
      <div class="cluster spread">
        <ViewTabs {...props} />
        <QueueDrops {...{ slug, filter, names }} />
      </div>
      {decided === null ? null : (
        <Notice tone="ok">
          The decision on <a href={to.claim(decided)}>{decided}</a> is saved.
        </Notice>
      )}
      {filter.since === '' ? null : (
        <p>
          {filter.view === 'decided' ? 'Decided' : 'Received'} {periodWords[filter.since]}, newest first.{' '}
          <a href={to.claims(queueQuery({ ...filter, since: '', after: '' }))}>Show all</a>
        </p>
      )}
      <div id="queue-news" />
      <LiveList slug={slug} filter={filter} rows={rows} hasMore={next !== null}>
        {rows.length === 0 && next !== null ? (
          <NoneYet next={to.claims(queueQuery({ ...filter, after: next }))} />
        ) : rows.length === 0 ? (
          <Empty filter={filter} slug={slug} />
        ) : (
          <Table
            spec={queueTable({ slug, currency, now, soon, risk })}
            rows={rows}
            label={isNewest(filter) ? 'Claims, newest first' : 'Claims, most urgent first'}
            bodyId="queue"
          />
        )}
      </LiveList>
      {next !== null && rows.length > 0 && rows.length < page_rows && !isNewest(filter) ? (
        <Notice>
          So many claims were looked at that these filters together found few among them. Go on with{' '}
          <i>Next</i>.
        </Notice>
      ) : null}
      <ListPager
        after={filter.after}
        next={next}
        at={(after) => paths.staff(slug).claims(queueQuery({ ...filter, after }))}
      />
    </>
  );
}
