import type { ContractPeriod } from '../../../schema/domain/cover/cover.ts';
import { type CoverState, coverStates } from '../../../schema/domain/members/cover-dates.ts';
import { FilterForm } from '../../claims/filter-form.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { CoverBadge, coverStateWords } from './cover-state.tsx';

/** A client of the list. */
export interface ClientRow {
  code: string;
  name: string;
  state: CoverState;
  /** the contract that holds today, or the last one */
  contract: (ContractPeriod & { holds: boolean }) | null;
  people: number;
  plans: readonly string[];
}

/** What of the clients is shown; all of it stands in the address. */
export interface ClientFilter {
  q: string;
  state: CoverState | '';
  after: string;
}

type ClientsPageProps = {
  slug: string;
  filter: ClientFilter;
  rows: readonly ClientRow[];
  next: string | null;
  mayCreate: boolean;
};

/** Clients do not wait to begin: their contracts say when people are covered. */
const filterStates = coverStates.filter((state) => state !== 'PENDING');

function Contract({ contract }: { contract: ClientRow['contract'] }) {
  if (contract === null) return <span class="mute">No end</span>;
  return (
    <>
      <DayText date={contract.from} /> – <DayText date={contract.to} />
      {contract.holds ? null : <span class="mute"> (not in force)</span>}
    </>
  );
}

const table = (slug: string): TableSpec<ClientRow> => ({
  rowId: ({ code }) => `client-${code}`,
  columns: [
    {
      label: 'Client',
      cell: ({ code, name }) => (
        <a href={paths.staff(slug).client(code)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { label: 'Code', cell: ({ code }) => code, muted: true },
    { label: 'State', cell: ({ state }) => <CoverBadge state={state} />, phone: 'right' },
    { label: 'Contract', cell: ({ contract }) => <Contract contract={contract} /> },
    { label: 'Plans', muted: true, cell: ({ plans }) => (plans.length === 0 ? 'Any' : plans.join(', ')) },
    {
      label: 'People',
      numeric: true,
      cell: ({ code, people }) => (
        <a href={paths.staff(slug).enrollees({ client: code })} aria-label={`${people} people of ${code}`}>
          {people}
        </a>
      ),
    },
  ],
});

function Empty({ slug, filter, mayCreate }: Pick<ClientsPageProps, 'slug' | 'filter' | 'mayCreate'>) {
  const to = paths.staff(slug);
  if (filter.q !== '' || filter.state !== '')
    return (
      <EmptyState title="No client fits" action={<a href={to.clients()}>All clients</a>}>
        Search by the beginning of a client's name or by its code.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No clients yet"
      action={mayCreate ? <a href={to.newClient()}>Add the first one</a> : undefined}
    >
      A client is a company that buys cover for its people.
    </EmptyState>
  );
}

/** Companies that buy cover. */
export function ClientsPage({ slug, filter, rows, next, mayCreate }: ClientsPageProps) {
  const to = paths.staff(slug);
  const at = (after: string) => to.clients({ ...filter, after });
  return (
    <>
      <PageHeader
        title="Clients"
        lead="Companies that buy cover for their people."
        actions={
          mayCreate ? (
            <ButtonLink href={to.newClient()} look="primary">
              New client
            </ButtonLink>
          ) : undefined
        }
      />
      <FilterForm action={to.clients()} keep={{}}>
        <Field name="q" label="Name or code" type="search" value={filter.q} />
        <Select
          name="state"
          label="State"
          empty="All"
          value={filter.state}
          options={filterStates.map((state) => ({ value: state, label: coverStateWords(state) }))}
        />
      </FilterForm>
      {rows.length === 0 ? (
        <Empty {...{ slug, filter, mayCreate }} />
      ) : (
        <Table spec={table(slug)} rows={rows} label="Clients by code" />
      )}
      <ListPager after={filter.after} next={next} at={at} />
    </>
  );
}
