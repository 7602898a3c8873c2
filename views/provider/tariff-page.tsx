import { type TariffFilter, TariffSearch } from '../network/tariff-search.tsx';
import { type ListedPrice, tariffTable } from '../network/tariff-table.tsx';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/date-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Table } from '../ui/table.tsx';

type FacilityTariffPageProps = {
  tenant: { id: string; name: string; currency: string };
  filter: TariffFilter;
  rows: readonly ListedPrice[];
  next: string | null;
};

/** What an insurer pays this facility for each service on a day: the agreed price, else the standard one. */
export function FacilityTariffPage({ tenant, filter, rows, next }: FacilityTariffPageProps) {
  const to = paths.provider;
  const at = (after: string) => to.tariff(tenant.id, { ...filter, after });
  const spec = tariffTable({ currency: tenant.currency, kind: 'effective', href: null });
  return (
    <>
      <PageHeader
        title="Tariff"
        crumbs={[
          { label: 'HMO network', href: to.network() },
          { label: tenant.name, href: to.link(tenant.id) },
        ]}
        lead="A claim keeps the prices of its dates of service, whatever changes later."
        actions={
          <ButtonLink href={to.tariffFile(tenant.id)} download>
            Export CSV
          </ButtonLink>
        }
      />
      <TariffSearch action={to.tariff(tenant.id)} filter={filter} />
      {rows.length === 0 ? (
        <EmptyState
          title={filter.q === '' ? 'No prices yet' : `No service found for “${filter.q}”`}
          action={<a href={to.tariff(tenant.id)}>All prices</a>}
        >
          A service without a price is paid as you bill it.
        </EmptyState>
      ) : (
        <Table spec={spec} rows={rows} label={`Prices on ${formatDate(filter.on)}`} />
      )}
      <ListPager after={filter.after} next={next} at={at} />
    </>
  );
}
