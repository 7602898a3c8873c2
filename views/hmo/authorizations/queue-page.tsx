import { urgencies } from '../../../schema/domain/authorizations/authorization.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import { standingWords, urgencyWords } from '../../authorizations/words.ts';
import { CountValue } from '../../claims/count-value.tsx';
import { ListSearch } from '../../network/list-search.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { FilterChoice } from '../set-filters.ts';
import {
  type AuthorizationFilter,
  authorizationQuery,
  authorizationTabs,
  authorizationTabWords,
  everyWaiting,
  isByTimeLeft,
  statesIn,
} from './queue-filter.ts';
import { LiveRequests } from './queue-live.tsx';
import { type AuthorizationRow, authorizationTable } from './queue-row.tsx';

export type AuthorizationQueuePageProps = {
  slug: string;
  zone: string;
  currency: string;
  now: Moment;
  filter: AuthorizationFilter;
  counts: { waiting: number; appeals: number; late: number };
  facilities: FilterChoice;
  rows: readonly AuthorizationRow[];
  next: string | null;
  /** risk may be seen */
  risk: boolean;
  /** whether this person may file requests taken by telephone */
  enters: boolean;
  /** whether this person may see the rules that answer by themselves */
  rules: boolean;
  /** the request that was answered just before */
  decided: string | null;
};

const isEveryWaiting = (filter: AuthorizationFilter) =>
  JSON.stringify(filter) === JSON.stringify(everyWaiting);

function Empty({ slug, filter }: AuthorizationQueuePageProps) {
  const all = <a href={paths.staff(slug).authorizations()}>Everything that waits</a>;
  if (filter.q)
    return (
      <EmptyState title={`Nothing found for “${filter.q}”`} action={all}>
        Search by a request's number, such as PA-26-000123, by an auth code, or by a whole member id.
      </EmptyState>
    );
  const titles = {
    waiting: 'Nothing waits for an answer',
    appeals: 'No appeal waits',
    decided: 'Nothing is decided yet',
    expired: 'Nothing has expired',
    all: 'No requests yet',
  };
  const narrowed = !isEveryWaiting({ ...filter, tab: 'waiting' });
  return (
    <EmptyState
      title={narrowed ? 'Nothing here with these filters' : titles[filter.tab]}
      action={isEveryWaiting(filter) ? undefined : all}
    >
      Requests appear by themselves as facilities send them, the least time left first.
    </EmptyState>
  );
}

function Filters({ slug, filter, facilities }: AuthorizationQueuePageProps) {
  const { tab, urgency, state, facility, mine, q } = filter;
  const states = statesIn[tab];
  const narrowed = urgency !== '' || state !== '' || facility !== '' || mine || q !== '';
  return (
    <ListSearch
      action={paths.staff(slug).authorizations()}
      finds="Number, code, member id"
      q={q}
      keep={{ tab: tab === 'waiting' ? '' : tab }}
    >
      <Select
        name="urgency"
        label="Urgency"
        empty="Any"
        value={urgency}
        options={urgencies.map((each) => ({ value: each, label: urgencyWords[each] }))}
      />
      {states.length === 0 ? null : (
        <Select
          name="state"
          label="State"
          empty="Any"
          value={state}
          options={states.map((each) => ({ value: each, label: standingWords(each) }))}
        />
      )}
      {'meant' in facilities ? (
        <Field name="facility" label="Facility" value={facilities.meant} placeholder="All" />
      ) : (
        <Select
          name="facility"
          label="Facility"
          empty="All"
          value={facility}
          options={facilities.all.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Checkbox name="mine" label="Mine" checked={mine} />
      {narrowed ? (
        <a href={paths.staff(slug).authorizations(authorizationQuery({ ...everyWaiting, tab }))}>Clear</a>
      ) : null}
    </ListSearch>
  );
}

function QueueTabs({ slug, filter, counts }: AuthorizationQueuePageProps) {
  const counted = { waiting: counts.waiting, appeals: counts.appeals };
  return (
    <Tabs
      label="Requests by what has become of them"
      tabs={authorizationTabs.map((tab) => ({
        label: authorizationTabWords[tab],
        href: paths.staff(slug).authorizations(authorizationQuery({ ...everyWaiting, tab })),
        current: filter.q === '' && tab === filter.tab,
        ...(tab === 'waiting' || tab === 'appeals' ? { count: counted[tab] } : {}),
      }))}
    />
  );
}

/** Requests for permission, the least time left first (authorizations.md, Clocks). */
export function AuthorizationQueuePage(props: AuthorizationQueuePageProps) {
  const { slug, zone, currency, now, filter, counts, rows, next, risk, decided } = props;
  const to = paths.staff(slug);
  const waiting = isByTimeLeft(filter);
  return (
    <>
      <PageHeader
        title="Authorizations"
        lead={
          <>
            <CountValue value={counts.waiting} /> waiting · <CountValue value={counts.late} /> past their time
            · <CountValue value={counts.appeals} /> appealed
          </>
        }
        actions={
          <>
            {props.rules ? <ButtonLink href={to.authorizationRules()}>Rules</ButtonLink> : null}
            {props.enters ? (
              <ButtonLink href={to.newAuthorization()} look="primary">
                Enter a request
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <QueueTabs {...props} />
      <Filters {...props} />
      {decided === null ? null : (
        <Notice tone="ok">
          The answer to <a href={to.authorization(decided)}>{decided}</a> is saved.
        </Notice>
      )}
      <div id="queue-news" data-noun="requests" />
      <LiveRequests filter={filter} rows={rows} hasMore={next !== null} now={now}>
        {rows.length === 0 ? (
          <Empty {...props} />
        ) : (
          <Table
            spec={authorizationTable({ slug, zone, currency, now, waiting, risk })}
            rows={rows}
            label={waiting ? 'Requests, least time left first' : 'Requests, newest first'}
          />
        )}
      </LiveRequests>
      <ListPager
        after={filter.after}
        next={next}
        at={(after) => to.authorizations(authorizationQuery({ ...filter, after }))}
      />
    </>
  );
}
