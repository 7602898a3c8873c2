import type { Moment } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { type QueueRow, queueTable } from './queue-row.tsx';

/** A claim that a figure counts; a proposal's amount and maker, where it is about those. */
export type CountedRow = QueueRow & { proposed: number | null; proposedBy: string | null };

export type CountedPageProps = {
  slug: string;
  currency: string;
  now: Moment;
  title: string;
  /** in which order they stand, in words */
  order: string;
  /** the filter as its address says it */
  query: Readonly<Record<string, string>>;
  /** proposals: all of them, or those that this person may decide */
  proposals: 'all' | 'mine' | null;
  rows: readonly CountedRow[];
  after: string;
  next: string | null;
};

function tableOf(props: CountedPageProps): TableSpec<CountedRow> {
  const { currency, proposals } = props;
  const plain = queueTable(props);
  if (proposals === null) return plain;
  const [claim, enrollee, facility, , , due, status] = plain.columns;
  const columns = [claim, enrollee, facility].flatMap((column) => column ?? []);
  return {
    ...plain,
    columns: [
      ...columns,
      { label: 'Proposed by', phone: 'hidden', cell: (row) => <bdi>{row.proposedBy}</bdi> },
      {
        label: `Would be approved, ${currencySign(currency)}`,
        numeric: true,
        cell: (row) => (row.proposed === null ? '' : formatMoney(row.proposed, currency)),
      },
      ...[due, status].flatMap((column) => column ?? []),
    ],
  };
}

/** The claims that a figure of the dashboard counts. */
export function CountedPage(props: CountedPageProps) {
  const { slug, title, order, query, proposals, rows, after, next } = props;
  const to = paths.staff(slug);
  const tab = (label: string, figure: string) => ({
    label,
    href: to.counted({ figure }),
    current: query.figure === figure,
  });
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: 'Dashboard', href: to.dashboard() }]} lead={order} />
      {proposals === null ? null : (
        <Tabs
          label="Which proposals"
          tabs={[tab('I can decide', 'confirmable'), tab('All that wait', 'proposals')]}
        />
      )}
      {rows.length === 0 ? (
        <Card>
          <EmptyState title="No claims" action={<a href={to.claims()}>All open claims</a>}>
            {proposals === 'mine'
              ? 'No proposal waits that you may decide.'
              : 'Nothing is counted here now; it may have been a moment ago.'}
          </EmptyState>
        </Card>
      ) : (
        <Table spec={tableOf(props)} rows={rows} label={`${title}: ${order}`} bodyId="queue" />
      )}
      <ListPager after={after} next={next} at={(cursor) => to.counted({ ...query, after: cursor })} />
    </>
  );
}
