import type { CalendarDate } from '../dates.ts';
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

/** What stood on a day, of what was granted before moves of plan, in their order; undefined: what is granted now. */
export const grantedBefore = <Grant extends { to: CalendarDate }>(
  earlier: readonly Grant[] | undefined,
  on: CalendarDate,
): Grant | undefined => earlier?.find(({ to }) => on <= to);

/** What is left for services of a day: as it was granted on that day, where a move of plan has lowered it since. */
function leftOn(left: Drawable, on: CalendarDate): Drawable {
  const then = grantedBefore(left.earlier, on);
  if (!then) return left;
  const quantityLeft = Math.max(left.quantityLeft, then.quantityLeft);
  return { ...left, quantityLeft, amountLeft: Math.max(left.amountLeft, then.amountLeft) };
}

/** What is left of the codes while the lines that name them are gone through. */
export class Draws {
  readonly #authorizations: Facts['authorizations'];
  readonly #drawn = new Map<string, Drawable>();

  constructor(authorizations: Facts['authorizations']) {
    this.#authorizations = authorizations;
  }

  #left(code: string, service: string): Drawable | null {
    const given = this.#authorizations.get(code)?.lines.find((line) => line.service === service);
    return this.#drawn.get(`${code} ${service}`) ?? (given ? { ...given, code } : null);
  }

  /** What is left of a code for a service on a day; null: it was not given for it. */
  leftOf(code: string, service: string, on: CalendarDate): Drawable | null {
    const left = this.#left(code, service);
    return left && leftOn(left, on);
  }

  /**
   * Takes a line's part, and answers what of the reservation that sets free: as much as was taken, and with the last unit all
   * that is left, because nothing more can be drawn.
   */
  take(from: Drawable, draw: Draw): Draw {
    // What is reserved is what is left now, whatever day the service was of.
    const now = this.#left(from.code, from.service) ?? from;
    const units = Math.min(now.quantityLeft, draw.units);
    const isLast = units === now.quantityLeft;
    const amount = isLast ? now.amountLeft : Math.min(now.amountLeft, draw.amount);
    const visits = isLast ? now.visitsLeft : Math.min(now.visitsLeft, draw.visits);
    const earlier = now.earlier?.map((then) => ({
      ...then,
      quantityLeft: then.quantityLeft - draw.units,
      amountLeft: then.amountLeft - draw.amount,
    }));
    this.#drawn.set(`${from.code} ${from.service}`, {
      ...now,
      quantityLeft: now.quantityLeft - units,
      amountLeft: now.amountLeft - amount,
      visitsLeft: now.visitsLeft - visits,
      ...(earlier ? { earlier } : {}),
    });
    return { units, amount, visits };
  }
}
