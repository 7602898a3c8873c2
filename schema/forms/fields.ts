import { z } from 'zod';
import { authorizationIdOf } from '../domain/authorizations/authorization.ts';
import { isCalendarDate } from '../domain/dates.ts';
import { claimIdOf, isMemberId } from '../domain/ids.ts';

/** Half surrogate pairs become U+FFFD: as invalid UTF-8 they would reach the database as something else than was hashed. */
const wellFormed = (text: string) => text.toWellFormed();

/** One line of text, trimmed; control characters are refused. */
export const line = (max: number, what: string) =>
  z
    .string({ error: `Enter ${what}.` })
    .overwrite(wellFormed)
    .trim()
    .min(1, `Enter ${what}.`)
    .max(max, `Keep ${what} to ${max} characters.`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .regex(/^[^\u0000-\u001f\u007f]*$/, `Use one line for ${what}, without control characters.`);

/** Several lines of text, trimmed. */
export const paragraph = (max: number, what: string) =>
  z
    .string({ error: `Write ${what}.` })
    .overwrite(wellFormed)
    .trim()
    .min(1, `Write ${what}.`)
    .max(max, `Keep ${what} to ${max} characters.`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, `Leave control characters out of ${what}.`);

/** Text as somebody typed it, kept whatever it is; only what no database can hold is taken out. */
export const typed = (max: number) =>
  z
    .string()
    .overwrite((text) => wellFormed(text).replaceAll('\u0000', ''))
    .max(max)
    .default('');

/** A calendar date that exists. */
export const calendarDate = (what: string) =>
  z
    .string({ error: `Enter ${what} as year-month-day.` })
    .refine(isCalendarDate, `Enter ${what} as year-month-day, for example 2026-11-23.`)
    .meta({ format: 'date', description: what });

/** A moment in ISO 8601 with its zone, read as milliseconds. */
export const instant = (what: string) =>
  z.iso
    .datetime({
      offset: true,
      error: `Enter ${what} as an ISO 8601 moment with its zone, for example 2026-11-23T09:30:00Z.`,
    })
    .meta({ description: `${what}, ISO 8601 with its zone` });

/** The largest amount, in minor units. */
export const minor_max = 999_999_999_999;

/** Minor units: ten billion of the currency at most, so that a running sum of nine million such amounts fits 64 bits. */
export const minor = (what: string) =>
  z
    .number({ error: `Enter ${what} in minor units.` })
    .int(`Enter ${what} in whole minor units.`)
    .min(0, `${what} cannot be negative.`)
    .max(minor_max, `${what} is too large.`);

/** A currency as three capitals. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Name the currency by its three capitals, for example NGN.');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A time zone as the IANA names it. */
export const timeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'Name the time zone as Area/City, for example Africa/Lagos.');

/** An integrator's own id of a thing. */
export const externalId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/,
    'Use 1–128 letters, digits, dots, colons, dashes or underscores.',
  );

/** A service's code. */
export const serviceCode = z
  .string({ error: 'Choose a service.' })
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'Choose a service by its code.');

/** A claim's number. */
export const claimNumberField = z
  .string()
  .refine((text) => claimIdOf(text) !== null, 'Name the claim by its number, for example CLM-26-000123.');

/** A request's number. */
export const authorizationNumberField = z
  .string()
  .refine(
    (text) => authorizationIdOf(text) !== null,
    'Name the request by its number, for example PA-26-000123.',
  );

/** The version that the person saw when deciding. */
export const version = z.number().int().min(1);

/** A client's code. */
export const clientCode = z.string().regex(/^[A-Z]{2,6}$/, 'Name the client by its code, 2–6 capitals.');

/** A plan, by its code. */
export const planCode = z
  .string({ error: 'Choose a plan.' })
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, 'Name the plan by its code, for example GOLD.');

/** A member id, however it was typed. */
export const memberIdField = z
  .string()
  .overwrite((text) => text.trim().toUpperCase())
  .refine(isMemberId, 'Name the member by their member id, for example MER-DANG-00042-P.');
