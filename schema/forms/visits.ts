import { z } from 'zod';
import { calendarDate, line } from './fields.ts';

const visitNumberField = z.string().regex(/^VIS-\d{2}-\d{6,12}$/, 'Name the visit by its number.');

/**
 * Somebody is at a facility's desk: recognised by their card's code, which the worker has verified, or by member id and birth
 * date.
 */
export const checkInForm = z
  .strictObject({
    memberId: line(40, 'the member id'),
    birthDate: calendarDate('the birth date').optional(),
    card: z.strictObject({ device: z.string().max(40), slot: z.number().int().min(0) }).optional(),
  })
  .refine(({ birthDate, card }) => birthDate !== undefined || card !== undefined, {
    path: ['birthDate'],
    message: 'Enter the birth date; it is checked against the member id.',
  });
/** The enrollee says whether the visit was theirs; a reason may be given. */
export const answerVisitForm = z.strictObject({
  number: visitNumberField,
  mine: z.boolean(),
  reason: line(500, 'the reason').optional(),
});
/** A device that shows the card from now on: the public half of a key that it has made. */
export const putCardDeviceForm = z.strictObject({
  deviceId: z.string().regex(/^[0-9a-z-]{8,40}$/, 'Name the device by an id of its own.'),
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{87}$/, 'Send the public key: a P-256 point, base64url.'),
});

export type CheckIn = z.output<typeof checkInForm>;
export type AnswerVisit = z.output<typeof answerVisitForm>;
export type PutCardDevice = z.output<typeof putCardDeviceForm>;
