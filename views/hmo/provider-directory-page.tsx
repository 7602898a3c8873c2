import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { LinkState } from '../../schema/domain/network/link.ts';
import { facilityKinds } from '../../schema/forms/put-facility.ts';
import type { FacilityProfile } from '../../schema/tables/tenant/network.ts';
import { LinkStateMark } from '../network/link-state.tsx';
import { facilityKindWords, levelWords } from '../network/link-words.ts';
import { ListSearch } from '../network/list-search.tsx';
import { PaperBadges } from '../network/papers.tsx';
import { kindOf, placeOf } from '../network/profile-card.tsx';
import { paths } from '../paths.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Select } from '../ui/select.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';

/** A facility of the directory, and how it stands with this tenant. */
export interface DirectoryRow {
  id: string;
  name: string;
  profile: FacilityProfile;
  /** null: there is no link */
  state: LinkState | null;
}

/** What of the directory is shown. */
export interface DirectoryFilter {
  q: string;
  kind: string;
  level: string;
  after: string;
}

type ProviderDirectoryPageProps = {
  slug: string;
  today: CalendarDate;
  filter: DirectoryFilter;
  rows: readonly DirectoryRow[];
  next: string | null;
};

function table({ slug, today }: Pick<ProviderDirectoryPageProps, 'slug' | 'today'>): TableSpec<DirectoryRow> {
  const to = paths.staff(slug);
  return {
    columns: [
      {
        label: 'Facility',
        cell: (row) => (
          <>
            <a href={to.provider(row.id)}>
              <bdi>{row.name}</bdi>
            </a>
            <PaperBadges profile={row.profile} today={today} />
          </>
        ),
      },
      { label: 'Kind', muted: true, cell: (row) => kindOf(row.profile) },
      { label: 'Place', muted: true, cell: (row) => <bdi>{placeOf(row.profile)}</bdi> },
      { label: 'Licence', muted: true, phone: 'hidden', cell: (row) => <bdi>{row.profile.licence}</bdi> },
      {
        label: 'Link',
        phone: 'right',
        cell: (row) => <LinkStateMark other={row.id} state={row.state} />,
      },
    ],
  };
}

const kinds = facilityKinds.map((kind) => ({ value: kind, label: facilityKindWords[kind] }));
const levels = Object.entries(levelWords).map(([value, label]) => ({ value, label }));

/** Every facility that can be asked for a link, whoever is linked with it. */
export function ProviderDirectoryPage(props: ProviderDirectoryPageProps) {
  const { slug, filter, rows, next } = props;
  const to = paths.staff(slug);
  const at = (after: string) => to.providerDirectory({ ...filter, after });
  return (
    <>
      <PageHeader
        title="Directory of facilities"
        crumbs={[{ label: 'Providers', href: to.providers() }]}
        lead="Every facility that can be asked for a link."
      />
      <ListSearch action={to.providerDirectory()} finds="Name, place or licence" q={filter.q}>
        <Select name="kind" label="Kind" empty="All" value={filter.kind} options={kinds} />
        <Select name="level" label="Level" empty="All" value={filter.level} options={levels} />
      </ListSearch>
      {rows.length === 0 ? (
        <EmptyState
          title="No facility found"
          action={<a href={to.providerDirectory()}>The whole directory</a>}
        >
          Try a part of the name, the town, or the licence number. A facility that is not on the platform yet
          can be added through the API.
        </EmptyState>
      ) : (
        <Table spec={table(props)} rows={rows} label="Facilities by name" />
      )}
      <ListPager after={filter.after} next={next} at={at} />
    </>
  );
}
