import { priceOn } from '../../../schema/domain/pricing/price-on.ts';
import type { FieldError } from '../../../schema/domain/refusal.ts';
import { reasonsOf } from '../../../schema/imports/columns.ts';
import { tariffReader } from '../../../schema/imports/tariff.ts';
import type { TariffWork } from '../../../schema/imports/work.ts';
import { putPrices } from '../commands/put-prices.ts';
import { priceKey } from '../memory/prices.ts';
import type { TenantMemory } from '../memory.ts';
import { type RowKind, stepOf } from './row-kind.ts';

const held = (memory: TenantMemory, { tariff, service, own }: TariffWork) => {
  const pair = memory.prices.get(priceKey(tariff, service));
  return { isPriced: pair !== null, price: priceOn(pair?.prices ?? [], own.from) };
};

/** What the command says against this very row; where it is another's mistake, that one is to be corrected. */
function ownErrors({ all, own }: TariffWork, errors: readonly FieldError[]): FieldError[] {
  const index = all.findIndex(({ from }) => from === own.from);
  const mine = errors.filter(({ field }) => field.startsWith(`prices.${index}.`));
  if (mine.length > 0)
    return mine.map(({ field, message }) => ({ field: field.split('.').at(-1) ?? '', message }));
  return [{ field: '', message: 'Another row of this service is refused: correct that one.' }];
}

/** Rows of a tariff: all rows of a service are one `PutPrices`, which its first row does. */
export const tariffRows: RowKind<TariffWork> = {
  wants: (memory, { tariff, service }) => [{ shelf: memory.prices, key: priceKey(tariff, service) }],
  steps: (memory, work, { principal }) => {
    const { tariff, service, all, own } = work;
    const { isPriced, price } = held(memory, work);
    if (isPriced && price === own.price) return [];
    const input = { tariff, prices: all.map((each) => ({ service, ...each })) };
    return [stepOf('PutPrices', putPrices, input, memory, principal)];
  },
  value: (memory, work) => {
    const { isPriced, price } = held(memory, work);
    return isPriced || work.own.price === null ? { price } : null;
  },
  group: () => null,
  reasons: (errors, work) => reasonsOf(tariffReader.columns, ownErrors(work, errors)),
};
