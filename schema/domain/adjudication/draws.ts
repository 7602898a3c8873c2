import type { Minor } from '../money.ts';
import type { AuthorizedService, Facts } from './facts.ts';

/** What a line takes from the code it names. */
interface Draw {
  units: number;
  amount: Minor;
  visits: number;
}

/** What is left of one service under one code. */
export interface Drawable extends AuthorizedService {
  code: string;
}

/** What is left of the codes while the lines that name them are gone through. */
export class Draws {
  readonly #authorizations: Facts['authorizations'];
  readonly #left = new Map<string, Drawable>();

  constructor(authorizations: Facts['authorizations']) {
    this.#authorizations = authorizations;
  }

  /** What is left of a code for a service; null: it was not given for it. */
  leftOf(code: string, service: string): Drawable | null {
    const given = this.#authorizations.get(code)?.lines.find((line) => line.service === service);
    return this.#left.get(`${code} ${service}`) ?? (given ? { ...given, code } : null);
  }

  /**
   * Takes a line's part, and answers what of the reservation that sets free: as much as was taken, and with the last unit all
   * that is left, because nothing more can be drawn.
   */
  take(from: Drawable, draw: Draw): Draw {
    const units = Math.min(from.quantityLeft, draw.units);
    const isLast = units === from.quantityLeft;
    const amount = isLast ? from.amountLeft : Math.min(from.amountLeft, draw.amount);
    const visits = isLast ? from.visitsLeft : Math.min(from.visitsLeft, draw.visits);
    this.#left.set(`${from.code} ${from.service}`, {
      ...from,
      quantityLeft: from.quantityLeft - units,
      amountLeft: from.amountLeft - amount,
      visitsLeft: from.visitsLeft - visits,
    });
    return { units, amount, visits };
  }
}
