import type { CalendarDate } from '../dates.ts';

/** What a code's last part is written in: capitals and digits that nobody takes for one another on paper or by telephone. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 6;
/** Bytes from here on would make the first letters likelier than the others. */
const fair = 256 - (256 % letters.length);

/** So many random bytes are more than enough for one code. */
export const codeChance_bytes = 32;

/**
 * `MER-PA-261126-K7QX2M` (authorizations.md, Decision): the tenant's prefix, the day of the decision in its zone, and six
 * characters by chance. The random bytes are handed in; whoever stores it sees to it that it is no other request's.
 */
export function authCode(prefix: string, on: CalendarDate, random: Uint8Array): string {
  const drawn = [...random].filter((byte) => byte < fair).slice(0, length);
  if (drawn.length < length) throw new RangeError(`${random.length} random bytes are too few for a code`);
  const tail = drawn.map((byte) => letters[byte % letters.length]).join('');
  return `${prefix}-PA-${on.slice(2).replaceAll('-', '')}-${tail}`;
}

/** Whether the text has the shape of an auth code. */
export const isAuthCode = (text: string): boolean => /^[A-Z]{2,6}-PA-\d{6}-[A-HJ-KM-NP-Z2-9]{6}$/.test(text);
