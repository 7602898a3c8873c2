import { type TariffFilter, TariffSearch } from '../network/tariff-search.tsx';
import { type ListedPrice, tariffTable } from '../network/tariff-table.tsx';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/date-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Table } from '../ui/table.tsx';

/** Whose tariff it is; a null facility: the tenant's own, which every other falls back on. */
export interface TariffOwner {
  tariff: string;
  facilityName: string | null;
}

type TariffPageProps = {
  slug: string;
  currency: string;
  owner: TariffOwner;
  filter: TariffFilter;
  rows: readonly ListedPrice[];
  next: string | null;
  imports: string | null;
  /** whether this person sets prices */
  sets: boolean;
};

/** The way back from a tariff: to its facility, or to the network. */
export function tariffCrumbs(slug: string, { tariff, facilityName }: TariffOwner) {
  const to = paths.staff(slug);
  const network = { label: 'Providers', href: to.providers() };
  return facilityName === null ? [network] : [network, { label: facilityName, href: to.provider(tariff) }];
}

/** What a tariff is called. */
export const tariffName = ({ facilityName }: TariffOwner): string =>
  facilityName === null ? 'Standard tariff' : `Tariff of ${facilityName}`;

function Empty({ slug, owner: { tariff, facilityName }, filter, sets }: TariffPageProps) {
  const to = paths.staff(slug);
  if (filter.q !== '')
    return (
      <EmptyState
        title={`No service found for “${filter.q}”`}
        action={<a href={to.tariff(tariff)}>All prices</a>}
      >
        Search by a service's code, or by words of its name.
      </EmptyState>
    );
  return (
    <EmptyState title="No price is set yet">
      {sets ? 'Search for a service above to set its price, or import a file. ' : null}
      {facilityName === null
        ? 'A service without any price is paid as it is billed.'
        : 'Until then the standard tariff holds.'}
    </EmptyState>
  );
}

/** The prices of a tariff on a day: its services by code, or what a search finds, priced or not. */
export function TariffPage(props: TariffPageProps) {
  const { slug, currency, owner, filter, rows, next, imports } = props;
  const { tariff, facilityName } = owner;
  const to = paths.staff(slug);
  const at = (after: string) => to.tariff(tariff, { ...filter, after });
  const kind = facilityName === null ? 'standard' : 'own';
  const spec = tariffTable({ currency, kind, href: (service) => to.servicePrices(tariff, service) });
  return (
    <>
      <PageHeader
        title={<bdi>{tariffName(owner)}</bdi>}
        crumbs={tariffCrumbs(slug, owner)}
        lead={
          facilityName === null
            ? 'What holds where a facility has agreed no price of its own.'
            : 'Agreed prices; a service without one is paid by the standard tariff.'
        }
        actions={
          <>
            {imports === null ? null : <ButtonLink href={imports}>Import CSV</ButtonLink>}
            <ButtonLink href={to.tariffFile(tariff)} download>
              Export CSV
            </ButtonLink>
          </>
        }
      />
      <TariffSearch action={to.tariff(tariff)} filter={filter} />
      {rows.length === 0 ? (
        <Empty {...props} />
      ) : (
        <Table spec={spec} rows={rows} label={`Prices on ${formatDate(filter.on)}`} />
      )}
      <ListPager after={filter.after} next={next} at={at} />
    </>
  );
}
