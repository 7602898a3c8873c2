import { formatMoney, type Minor } from '../../schema/domain/money.ts';

/** `₦ 250,000`: an amount in a sentence, without the kobo where there are none. */
export const amountWords = (minor: Minor, currency: string): string =>
  formatMoney(minor, currency, { symbol: true }).replace(/\.00$/, '');
