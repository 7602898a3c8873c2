import type { Moment } from '../dates.ts';

/** How long a claim is held without a sign of life from the page (claims.md, Life). */
export const lease_ms = 10 * 60_000;

/** Who holds a claim, by account, until when. */
export interface Hold {
  accountId: string;
  until: Moment;
}

/** The hold as of `at`: null once its time is over. */
export function holdAt(hold: Hold | null | undefined, at: Moment): Hold | null {
  return hold && hold.until > at ? hold : null;
}
