import { formatMoney } from '../../schema/domain/money.ts';
import { CountValue } from '../claims/count-value.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Table } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { periodWords } from './periods.ts';
import { type FacilityChoice, type QueueFilter, QueueFilters, queueQuery } from './queue-filters.tsx';
import { type QueueRow, queueTable } from './queue-row.tsx';
import { type QueueView, queueViewWords } from './queue-tabs.ts';

type QueuePageProps = {
  slug: string;
  currency: string;
  now: number;
  filter: QueueFilter;
  /** How many stand in each view; one that is not counted shows no figure. */
  tabs: readonly { view: QueueView; count?: number }[];
  open: number;
  late: number;
  waiting: number;
  facilities: FacilityChoice;
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
  const all = <a href={paths.staff(slug).claims()}>All open claims</a>;
  if (q)
    return (
      <EmptyState title={`Nothing found for “${q}”`} action={all}>
        Search by a claim's number, such as CLM-26-000123, or by a whole member id.
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
      action={view === 'open' && !filter.facility && !filter.state ? undefined : all}
    >
      New claims appear by themselves, the most urgent first.
    </EmptyState>
  );
}

const isNewest = ({ view, q }: QueueFilter) => q !== '' || view === 'all' || view === 'decided';

/** The work that waits, most urgent first (claims.md, Queue order). */
export function QueuePage(props: QueuePageProps) {
  const { slug, currency, now, filter, tabs, open, late, waiting, facilities, rows, next, takeId, decided } =
    props;
  const to = paths.staff(slug);
  const address = (view: QueueView, state = filter.state) =>
    to.claims(
      queueQuery({
        view,
        state: view === 'open' ? state : '',
        facility: filter.facility,
        since: '',
        q: '',
        after: '',
      }),
    );
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
        actions={takeId === null ? undefined : <NextClaim slug={slug} takeId={takeId} />}
      />
      <div class="cluster spread">
        <Tabs
          label="Views of the queue"
          tabs={tabs.map(({ view, count }) => ({
            label: queueViewWords[view],
            href: address(view, ''),
            current: filter.q === '' && view === filter.view,
            ...(count === undefined ? {} : { count }),
          }))}
        />
        <QueueFilters slug={slug} filter={filter} facilities={facilities} />
      </div>
      {decided === null ? null : (
        <Notice tone="ok">
          The decision on <a href={to.claim(decided)}>{decided}</a> is saved.
        </Notice>
      )}
      {filter.since === '' ? null : (
        <p>
          {filter.view === 'decided' ? 'Decided' : 'Received'} {periodWords[filter.since]}, newest first.{' '}
          <a href={address(filter.view)}>Show all</a>
        </p>
      )}
      <div id="queue-news" />
      {rows.length === 0 ? (
        <Empty filter={filter} slug={slug} />
      ) : (
        <Table
          spec={queueTable({ slug, currency, now })}
          rows={rows}
          label={isNewest(filter) ? 'Claims, newest first' : 'Claims, most urgent first'}
          bodyId="queue"
        />
      )}
      <ListPager
        after={filter.after}
        next={next}
        at={(after) => paths.staff(slug).claims(queueQuery({ ...filter, after }))}
      />
    </>
  );
}
