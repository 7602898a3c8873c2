import { formatMoney } from '../../schema/domain/money.ts';

/** An amount of minor units. In a table the column's heading names the currency, so the symbol is left out there. */
export function Money({
  minor,
  currency,
  symbol = true,
}: {
  minor: number;
  currency: string;
  symbol?: boolean | undefined;
}) {
  return <span class="nowrap">{formatMoney(minor, currency, { symbol })}</span>;
}
