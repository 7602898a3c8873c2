import { formatMoney } from '../../schema/domain/money.ts';

/** A currency's sign for a column's heading: `₦`. */
export const currencySign = (currency: string): string =>
  formatMoney(0, currency, { symbol: true }).split(' ')[0] ?? currency;
