import type { CalendarDate } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import type { DatedPrice } from '../../schema/domain/pricing/tariff.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { SinceText } from '../network/tariff-table.tsx';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import { type TariffOwner, tariffCrumbs, tariffName } from './tariff-page.tsx';

type ServicePricesPageProps = {
  slug: string;
  currency: string;
  today: CalendarDate;
  owner: TariffOwner;
  service: { code: string; name: string };
  prices: readonly DatedPrice[];
  /** the standard price today, where the tariff is a facility's */
  standard: number | null;
  /** null: this person sets no prices */
  form: { commandId: string; from: string; price: string; errors: FormErrors } | null;
};

function table(
  { currency, today }: Pick<ServicePricesPageProps, 'currency' | 'today'>,
  held: DatedPrice | undefined,
): TableSpec<DatedPrice> {
  const standing = (price: DatedPrice) => {
    if (price === held) return <Badge tone="ok">Today's</Badge>;
    return price.from > today ? <Badge tone="info">To come</Badge> : <Badge>Past</Badge>;
  };
  return {
    phone: 'labels',
    columns: [
      { label: 'From', cell: ({ from }) => <SinceText from={from} /> },
      {
        label: `Price, ${currencySign(currency)}`,
        numeric: true,
        cell: ({ price }) =>
          price === null ? <span class="mute">ended</span> : formatMoney(price, currency),
      },
      { label: 'Standing', cell: standing },
    ],
  };
}

function PriceForm({ slug, owner, service, today, prices, currency, form }: ServicePricesPageProps) {
  if (form === null) return null;
  const { commandId, from, price, errors } = form;
  return (
    <Card title="Set a price" kind="lead">
      <Form action={paths.staff(slug).tariffPrices(owner.tariff)} commandId={commandId} errors={errors}>
        <input type="hidden" name="service" value={service.code} />
        <Fields>
          <Field
            name="price"
            label={`Price, ${currencySign(currency)}`}
            amount
            hint="Left empty, the service has no price here from that day on."
            value={price}
            error={errors.price}
            autofocus={firstBad(errors, 'price')}
          />
          <Field
            name="from"
            label="From"
            type="date"
            hint={
              prices.length === 0
                ? 'The first price may begin on any day, also one that has passed.'
                : 'Today or later: claims are priced already by what held before.'
            }
            value={from}
            min={prices.length === 0 ? undefined : today}
            error={errors.from}
            autofocus={firstBad(errors, 'from')}
          />
        </Fields>
        <Actions>
          <Button look="primary">Set the price</Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** Every price that one service has had, has and will have in one tariff, and the way to set another. */
export function ServicePricesPage(props: ServicePricesPageProps) {
  const { slug, currency, today, owner, service, prices, standard } = props;
  const held = prices.findLast(({ from }) => from <= today);
  const tariff = { label: tariffName(owner), href: paths.staff(slug).tariff(owner.tariff) };
  return (
    <>
      <PageHeader
        title={<bdi>{service.name}</bdi>}
        crumbs={[...tariffCrumbs(slug, owner), tariff]}
        lead={
          <>
            {service.code}
            {standard === null
              ? null
              : ` · standard price today ${formatMoney(standard, currency, { symbol: true })}`}
          </>
        }
      />
      <div class="split">
        <div class="stack">
          {prices.length === 0 ? (
            <Card>
              <EmptyState title="No price of its own">
                {owner.facilityName === null
                  ? 'Where no facility has agreed a price, it is paid as it is billed.'
                  : 'The standard tariff holds for it.'}
              </EmptyState>
            </Card>
          ) : (
            <Table
              spec={table(props, held)}
              rows={[...prices].reverse()}
              label="Prices by the day on which they begin"
            />
          )}
        </div>
        <aside aria-label="Set a price">
          <PriceForm {...props} />
        </aside>
      </div>
    </>
  );
}
