import { type CoverState, coverStates } from '../../../schema/domain/members/cover-dates.ts';
import { FilterForm } from '../../claims/filter-form.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { CoverBadge, coverStateWords, type Through } from './cover-state.tsx';

/** A person of the list. */
export interface EnrolleeRow {
  memberId: string;
  name: string;
  relation: string;
  clientCode: string;
  clientName: string;
  plan: string | null;
  nextPlan: string | null;
  phone: string | null;
  state: CoverState;
  through: Through;
}

/** What of the people is shown; all of it stands in the address. */
export interface EnrolleeFilter {
  q: string;
  client: string;
  plan: string;
  state: CoverState | '';
  after: string;
}

type Choice = { code: string; name: string };

export type EnrolleesPageProps = {
  slug: string;
  filter: EnrolleeFilter;
  rows: readonly EnrolleeRow[];
  next: string | null;
  /** null: too many to list; they are typed by code */
  clients: readonly Choice[] | null;
  plans: readonly Choice[];
  may: { create: boolean; seeClients: boolean; import: boolean };
};

const table = (slug: string, seeClients: boolean): TableSpec<EnrolleeRow> => ({
  rowId: ({ memberId }) => `enrollee-${memberId}`,
  columns: [
    {
      label: 'Name',
      cell: ({ memberId, name }) => (
        <a href={paths.staff(slug).enrollee(memberId)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { label: 'Member id', cell: ({ memberId }) => <span class="nowrap">{memberId}</span> },
    { label: 'Cover', phone: 'right', cell: ({ state, through }) => <CoverBadge {...{ state, through }} /> },
    { label: 'Relation', muted: true, cell: ({ relation }) => relation, phone: 'hidden' },
    {
      label: 'Client',
      muted: true,
      cell: ({ clientCode, clientName }) =>
        seeClients ? (
          <a href={paths.staff(slug).client(clientCode)}>
            <bdi>{clientName}</bdi>
          </a>
        ) : (
          <bdi>{clientName}</bdi>
        ),
    },
    {
      label: 'Plan',
      phone: 'right',
      cell: ({ plan, nextPlan }) => (
        <>
          {plan ?? <span class="mute">None</span>}
          {nextPlan === null ? null : <span class="mute"> → {nextPlan}</span>}
        </>
      ),
    },
    { label: 'Telephone', muted: true, cell: ({ phone }) => phone ?? '', phone: 'hidden' },
  ],
});

const optionsOf = (choices: readonly Choice[]) =>
  choices.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));

function Filters({
  slug,
  filter,
  clients,
  plans,
}: Pick<EnrolleesPageProps, 'slug' | 'filter' | 'clients' | 'plans'>) {
  return (
    <FilterForm action={paths.staff(slug).enrollees()} keep={{}}>
      <Field
        name="q"
        label="Search"
        type="search"
        placeholder="Name, member id, telephone"
        value={filter.q}
      />
      {clients === null ? (
        <Field name="client" label="Client code" value={filter.client} placeholder="All" maxlength={6} />
      ) : (
        <Select name="client" label="Client" empty="All" value={filter.client} options={optionsOf(clients)} />
      )}
      <Select name="plan" label="Plan" empty="All" value={filter.plan} options={optionsOf(plans)} />
      <Select
        name="state"
        label="Cover"
        empty="All"
        value={filter.state}
        options={coverStates.map((state) => ({ value: state, label: coverStateWords(state) }))}
      />
    </FilterForm>
  );
}

const isFiltered = ({ q, client, plan, state }: EnrolleeFilter) => q + client + plan + state !== '';

function Empty({ slug, filter, may }: Pick<EnrolleesPageProps, 'slug' | 'filter' | 'may'>) {
  const to = paths.staff(slug);
  if (isFiltered(filter))
    return (
      <EmptyState title="Nobody fits" action={<a href={to.enrollees()}>Everybody</a>}>
        Search by the beginning of a name (two letters or more), by a member id such as MER-DANG-00042, or by
        a telephone number of seven digits or more.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nobody is enrolled yet"
      action={may.create ? <a href={to.newEnrollee()}>Enrol the first person</a> : undefined}
    >
      People are enrolled one by one here, by a file, or through the API.
    </EmptyState>
  );
}

/** The list's order in words, for those who cannot see it. */
function orderOf({ q, client, plan, state }: EnrolleeFilter): string {
  if (q !== '') return 'People found';
  if (client !== '' || plan !== '' || state === '' || state === 'ACTIVE') return 'People by member id';
  return state === 'PENDING' ? 'People by their first day of cover' : 'People, the latest change first';
}

/** Everybody who is or was covered. */
export function EnrolleesPage({ slug, filter, rows, next, clients, plans, may }: EnrolleesPageProps) {
  const to = paths.staff(slug);
  const at = (after: string) => to.enrollees({ ...filter, after });
  return (
    <>
      <PageHeader
        title="Enrollees"
        lead="Everybody who is or was covered."
        actions={
          may.create || may.import ? (
            <>
              {may.import ? <ButtonLink href={to.importNew({ kind: 'enrollees' })}>Import</ButtonLink> : null}
              {may.create ? (
                <ButtonLink href={to.newEnrollee({ client: filter.client })} look="primary">
                  Enrol a person
                </ButtonLink>
              ) : null}
            </>
          ) : undefined
        }
      />
      <Filters {...{ slug, filter, clients, plans }} />
      {rows.length === 0 ? (
        <Empty {...{ slug, filter, may }} />
      ) : (
        <Table spec={table(slug, may.seeClients)} rows={rows} label={orderOf(filter)} />
      )}
      <ListPager after={filter.after} next={next} at={at} />
    </>
  );
}
