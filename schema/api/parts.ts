import { z } from 'zod';

/** A moment in an answer: ISO 8601 in UTC with milliseconds. */
export const momentView = z.iso.datetime().meta({ description: 'moment in UTC, ISO 8601' });

/** A calendar date in an answer. */
export const dateView = z.iso.date().meta({ description: 'calendar date, year-month-day' });

/** An amount in an answer: whole minor units of the currency named beside it. */
export const amountView = z.int().min(0).meta({ description: 'minor units (kobo for NGN)' });

/** A whole number in an address, e.g. `limit=50`: digits only. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,16}$/, `Send a whole number from ${least} to ${most}.`)
    .transform(Number)
    .pipe(
      z
        .int(`Send a whole number from ${least} to ${most}.`)
        .min(least, `Send ${least} or more.`)
        .max(most, `Send ${most} or less.`),
    );

/** One page of a list: hand `next` back as the cursor for the page after it; null ends the list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    data: z.array(item),
    next: z.string().nullable().meta({ description: 'cursor of the page after this one; null: the end' }),
  });

/** A coded reason as it was given. */
export const reasonView = z
  .strictObject({
    code: z.string().meta({ description: "code of the tenant's table of reasons" }),
    group: z.enum(['CO', 'PR', 'OA', 'CR', 'PI']).meta({
      description: 'who bears it: CO facility, PR enrollee, OA other, CR correction, PI payer',
    }),
  })
  .meta({ id: 'Reason', description: 'Why something was not approved.' });
