import type { LinkState } from '../../schema/domain/network/link.ts';
import { LinkStateMark } from '../network/link-state.tsx';
import { ListSearch } from '../network/list-search.tsx';
import { paths } from '../paths.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';

/** An insurer of the directory, and how it stands with this facility. */
export interface InsurerFound {
  id: string;
  name: string;
  /** null: there is no link */
  state: LinkState | null;
}

type NetworkDirectoryPageProps = {
  q: string;
  after: string;
  rows: readonly InsurerFound[];
  next: string | null;
};

const spec: TableSpec<InsurerFound> = {
  columns: [
    {
      label: 'Insurer',
      cell: (row) => (
        <a href={paths.provider.link(row.id)}>
          <bdi>{row.name}</bdi>
        </a>
      ),
    },
    {
      label: 'Link',
      phone: 'right',
      cell: (row) => <LinkStateMark other={row.id} state={row.state} />,
    },
  ],
};

/** The insurers that a facility can ask for a link. */
export function NetworkDirectoryPage({ q, after, rows, next }: NetworkDirectoryPageProps) {
  const to = paths.provider;
  const at = (place: string) => to.networkDirectory({ q, after: place });
  return (
    <>
      <PageHeader
        title="Insurers"
        crumbs={[{ label: 'HMO network', href: to.network() }]}
        lead="Every insurer that can be asked for a link."
      />
      <ListSearch action={to.networkDirectory()} finds="Name" q={q} />
      {rows.length === 0 ? (
        <EmptyState title="No insurer found" action={<a href={to.networkDirectory()}>All insurers</a>}>
          Try a part of the name.
        </EmptyState>
      ) : (
        <Table spec={spec} rows={rows} label="Insurers by name" />
      )}
      <ListPager after={after} next={next} at={at} />
    </>
  );
}
