import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { LinkSide, LinkState, Period } from '../../schema/domain/network/link.ts';
import type { FacilityProfile } from '../../schema/tables/tenant/network.ts';
import { PeriodText } from '../network/link-history-card.tsx';
import { LinkNewsMark, LinkStateMark } from '../network/link-state.tsx';
import { ListSearch } from '../network/list-search.tsx';
import { PaperBadges } from '../network/papers.tsx';
import { kindOf, placeOf } from '../network/profile-card.tsx';
import { stateTabs } from '../network/state-tabs.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';

/** A link as the staff's list shows it. */
export interface ProviderRow {
  facilityId: string;
  name: string;
  profile: FacilityProfile;
  state: LinkState;
  askedBy: LinkSide | null;
  inForce: readonly Period[];
}

/** What of the links is shown; all of it stands in the address. */
export interface ProvidersFilter {
  state: LinkState | '';
  q: string;
  after: string;
}

type ProvidersPageProps = {
  slug: string;
  today: CalendarDate;
  filter: ProvidersFilter;
  counts: Readonly<Partial<Record<LinkState, number>>>;
  rows: readonly ProviderRow[];
  next: string | null;
  /** whether this person may see the standard tariff, and ask for links */
  may: { tariff: boolean; link: boolean };
};

function table({ slug, today }: Pick<ProvidersPageProps, 'slug' | 'today'>): TableSpec<ProviderRow> {
  const to = paths.staff(slug);
  return {
    rowId: (row) => `r-${row.facilityId}`,
    columns: [
      {
        label: 'Facility',
        cell: (row) => (
          <>
            <a href={to.provider(row.facilityId)}>
              <bdi>{row.name}</bdi>
            </a>
            <PaperBadges profile={row.profile} today={today} />
          </>
        ),
      },
      { label: 'Kind', muted: true, cell: (row) => kindOf(row.profile) },
      { label: 'Place', muted: true, cell: (row) => <bdi>{placeOf(row.profile)}</bdi> },
      {
        label: 'In force',
        muted: true,
        cell: (row) => {
          const last = row.inForce[row.inForce.length - 1];
          if (row.state === 'REQUESTED') return row.askedBy === 'facility' ? 'They ask' : 'You asked';
          return last === undefined ? null : <PeriodText period={last} />;
        },
      },
      {
        label: 'Link',
        phone: 'right',
        cell: (row) => <LinkStateMark other={row.facilityId} state={row.state} />,
      },
    ],
  };
}

function Empty({ slug, filter: { q, state } }: { slug: string; filter: ProvidersFilter }) {
  const to = paths.staff(slug);
  if (q !== '')
    return (
      <EmptyState title={`Nothing found for “${q}”`} action={<a href={to.providers()}>All links</a>}>
        Search by a facility's name, place, licence or your own id. One that is not linked yet is in the{' '}
        <a href={to.providerDirectory({ q })}>directory</a>.
      </EmptyState>
    );
  return (
    <EmptyState
      title={state === '' ? 'No facility is linked yet' : 'No link stands here'}
      action={<a href={to.providerDirectory()}>Search the directory</a>}
    >
      Ask a facility of the directory for a link; when it accepts, its claims can be filed.
    </EmptyState>
  );
}

/** The facilities that a tenant is linked with, was, or may be. */
export function ProvidersPage(props: ProvidersPageProps) {
  const { slug, filter, counts, rows, next, may } = props;
  const to = paths.staff(slug);
  const { q, after } = filter;
  const at = (change: Partial<ProvidersFilter>) => to.providers({ ...filter, ...change });
  return (
    <>
      <PageHeader
        title="Providers"
        lead="The facilities of your network, and those that ask to join it."
        actions={
          <>
            {may.tariff ? <ButtonLink href={to.tariff('standard')}>Standard tariff</ButtonLink> : null}
            <ButtonLink href={to.providerDirectory()} look={may.link ? 'primary' : 'plain'}>
              Directory
            </ButtonLink>
          </>
        }
      />
      <div class="cluster spread">
        <Tabs
          label="Links by state"
          tabs={stateTabs(filter.state, counts, (state) => to.providers({ state, q }))}
        />
        <ListSearch
          action={to.providers()}
          finds="Name, place or licence"
          q={q}
          keep={{ state: filter.state }}
        />
      </div>
      <LinkNewsMark />
      {rows.length === 0 ? (
        <Empty slug={slug} filter={filter} />
      ) : (
        <Table spec={table(props)} rows={rows} label="Links by name" />
      )}
      <ListPager after={after} next={next} at={(cursor) => at({ after: cursor })} />
    </>
  );
}
