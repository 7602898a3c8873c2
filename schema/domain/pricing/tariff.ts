import type { CalendarDate } from '../dates.ts';
import type { Minor } from '../money.ts';

/** A price from a day on, until the next one; null: the service has no price here from that day on. */
export interface DatedPrice {
  from: CalendarDate;
  price: Minor | null;
}

/** Where a price was found (claims.md, Adjudication, step 10). */
export type PriceSource = 'link' | 'standard' | 'billed';

/** The price a line is judged by. Once a claim is filed it stands with the line and changes no more (money.md, Tariffs). */
export interface LinePrice {
  /** per unit */
  price: Minor;
  source: PriceSource;
}
