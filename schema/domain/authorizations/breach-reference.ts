import type { CalendarDate } from '../dates.ts';
import { authCode } from './auth-code.ts';

/**
 * `MER-BR-261126-K7QX2M`: what a claim line names in place of a code where nobody answered in time and the scheme lets the
 * facility proceed. Made as a code is, and told from one at a glance.
 */
export const breachReference = (prefix: string, on: CalendarDate, random: Uint8Array): string =>
  authCode(prefix, on, random).replace('-PA-', '-BR-');
