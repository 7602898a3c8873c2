import { formatMoney } from '../../../schema/domain/money.ts';
import type { ServiceGroup } from '../../../schema/domain/plans/plan.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { FilterForm } from '../../claims/filter-form.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { unitNames } from './unit-names.ts';

/** A service of the list. */
export interface ServiceRow {
  code: string;
  name: string;
  group: string;
  unit: string;
  price: number | null;
  active: boolean;
}

/** Which services are shown; all of it stands in the address. */
export interface ServicesFilter {
  q: string;
  group: string;
  /** `` in use, `out`, `all` */
  use: string;
  after: string;
}

type ServicesPageProps = {
  slug: string;
  currency: string;
  groups: readonly ServiceGroup[];
  filter: ServicesFilter;
  rows: readonly ServiceRow[];
  next: string | null;
  mayUpdate: boolean;
  importing: string | null;
};

function servicesTable({ slug, currency, groups }: ServicesPageProps): TableSpec<ServiceRow> {
  const groupName = (code: string) => groups.find((group) => group.code === code)?.name ?? code;
  return {
    rowId: ({ code }) => `service-${code}`,
    columns: [
      {
        label: 'Service',
        cell: ({ code, name }) => (
          <>
            <a href={paths.staff(slug).service(code)}>{name}</a>
            <small>{code}</small>
          </>
        ),
      },
      { label: 'Group', muted: true, cell: ({ group }) => groupName(group) },
      { label: 'Billed per', muted: true, phone: 'hidden', cell: ({ unit }) => unitNames[unit] ?? unit },
      {
        label: `Standard price (${currencySign(currency)})`,
        numeric: true,
        cell: ({ price }) => (price === null ? '—' : formatMoney(price, currency)),
      },
      {
        label: 'State',
        phone: 'right',
        cell: ({ active }) => (active ? <Badge tone="ok">In use</Badge> : <Badge>Out of use</Badge>),
      },
    ],
  };
}

function Filters({ slug, groups, filter }: ServicesPageProps) {
  return (
    <FilterForm action={paths.staff(slug).services()} keep={{}}>
      <Field name="q" label="Search" type="search" value={filter.q} placeholder="Code or name" />
      <Select
        name="group"
        label="Group"
        empty="All"
        value={filter.group}
        options={groups.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="use"
        label="State"
        empty="In use"
        value={filter.use}
        options={[
          { value: 'out', label: 'Out of use' },
          { value: 'all', label: 'All' },
        ]}
      />
    </FilterForm>
  );
}

function Nothing({ slug, filter }: ServicesPageProps) {
  const asked = filter.q !== '' || filter.group !== '' || filter.use !== '';
  return (
    <Card>
      <EmptyState
        title={asked ? 'No such service' : 'No services yet'}
        action={asked ? <a href={paths.staff(slug).services()}>All services in use</a> : undefined}
      >
        {asked
          ? 'Search by a code or by words of the name, or choose another group.'
          : 'A service is one thing that can be billed: a consultation, a test, a drug. Enter the first one.'}
      </EmptyState>
    </Card>
  );
}

/** The catalogue: what can be billed. */
export function ServicesPage(props: ServicesPageProps) {
  const { slug, filter, rows, next, mayUpdate, importing } = props;
  const to = paths.staff(slug);
  const at = (after: string) => to.services({ ...filter, after });
  return (
    <>
      <PageHeader
        title="Services"
        lead="What can be billed, and the standard price where no tariff says otherwise."
        actions={
          <>
            <ButtonLink href={to.serviceGroups()}>Groups</ButtonLink>
            {importing === null ? null : <ButtonLink href={importing}>Import</ButtonLink>}
            {mayUpdate ? (
              <ButtonLink look="primary" href={to.newService()}>
                New service
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Filters {...props} />
      {rows.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <Table spec={servicesTable(props)} rows={rows} label="Services" />
      )}
      <ListPager after={filter.after} next={next} at={at} />
    </>
  );
}
