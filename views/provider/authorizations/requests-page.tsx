import type { Moment } from '../../../schema/domain/dates.ts';
import { ListSearch } from '../../network/list-search.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type FacilityRequest, facilityRequestTable } from './request-rows.tsx';

/** The tabs of the facility's requests, in their order. */
export const requestTabs = ['waiting', 'codes', 'appeals', 'all'] as const;
export type RequestTab = (typeof requestTabs)[number];

const tabWords: Readonly<Record<RequestTab, string>> = {
  waiting: 'Waiting',
  codes: 'Codes',
  appeals: 'Appeals',
  all: 'All',
};

export type RequestsPageProps = {
  zone: string;
  now: Moment;
  tab: RequestTab;
  q: string;
  after: string;
  /** how many wait for an answer */
  waiting: number;
  rows: readonly FacilityRequest[];
  /** what an HMO asks and somebody here has to answer; empty where the list is no overview */
  queries: readonly FacilityRequest[];
  next: string | null;
  /** whether this person may ask */
  asks: boolean;
};

const empty: Readonly<Record<RequestTab, { title: string; words: string }>> = {
  waiting: {
    title: 'Nothing waits for an answer',
    words: 'What you ask stands here with the time that is left, until the HMO has answered.',
  },
  codes: { title: 'No codes yet', words: 'What was granted stands here with its code and its last day.' },
  appeals: { title: 'No appeal waits', words: 'A rejection or a reduction can be appealed on its own page.' },
  all: { title: 'No requests yet', words: 'Ask an HMO before a service that needs its permission.' },
};

function Empty({ q, tab, asks }: RequestsPageProps) {
  const to = paths.provider;
  if (q)
    return (
      <EmptyState
        title={`Nothing found for “${q}”`}
        action={<a href={to.authorizations({ tab: 'all' })}>All requests</a>}
      >
        Search by a request's number, such as PA-26-000123, by a whole auth code, or by a whole member id.
      </EmptyState>
    );
  const { title, words } = empty[tab];
  return (
    <EmptyState
      title={title}
      action={asks ? <a href={to.newAuthorization()}>Request authorization</a> : undefined}
    >
      {words}
    </EmptyState>
  );
}

/** What this list holds, by standing; what does not wait leaves it. */
const held: Readonly<Partial<Record<RequestTab, string>>> = {
  waiting: 'REQUESTED,QUERIED,APPEALED',
  appeals: 'APPEALED',
};

/** The facility's requests over all its HMOs: what waits by the time left, what was granted with its codes. */
export function RequestsPage(props: RequestsPageProps) {
  const { zone, now, tab, q, after, waiting, rows, queries, next, asks } = props;
  const to = paths.provider;
  const spec = facilityRequestTable(zone, now);
  const byTime = q === '' && (tab === 'waiting' || tab === 'appeals');
  return (
    <>
      <PageHeader
        title="Authorizations"
        lead="Over all HMOs"
        actions={
          asks ? (
            <ButtonLink href={to.newAuthorization()} look="primary" keys="n">
              Request authorization
            </ButtonLink>
          ) : undefined
        }
      />
      <Tabs
        label="Requests by what has become of them"
        tabs={requestTabs.map((each) => ({
          label: tabWords[each],
          href: to.authorizations(each === 'waiting' ? {} : { tab: each }),
          current: q === '' && each === tab,
          ...(each === 'waiting' ? { count: waiting } : {}),
        }))}
      />
      <ListSearch
        action={to.authorizations()}
        finds="Number, code, member id"
        q={q}
        keep={{ tab: tab === 'waiting' ? '' : tab }}
      />
      <div id="queue-news" data-noun="requests" />
      <div class="stack" data-list={q === '' ? held[tab] : undefined} data-now={now}>
        {queries.length === 0 ? null : (
          <Card title="Queries to answer" kind="flush">
            <Table spec={spec} rows={queries} label="Queries to answer" />
          </Card>
        )}
        {rows.length === 0 ? (
          queries.length === 0 ? (
            <Empty {...props} />
          ) : null
        ) : (
          <Table
            spec={spec}
            rows={rows}
            label={byTime ? 'Requests, least time left first' : 'Requests, newest first'}
          />
        )}
      </div>
      <ListPager after={after} next={next} at={(cursor) => to.authorizations({ tab, q, after: cursor })} />
    </>
  );
}
