import { z } from 'zod';
import { calendarDate, externalId, line } from './fields.ts';

/** A covered person, as an integrator knows them. */
export const enrolleeForm = z.strictObject({
  clientCode: z
    .string()
    .regex(/^[A-Z]{2,6}$/, 'Name the client by its code, 2–6 capitals.')
    .default('INDV'),
  relation: z.enum(['principal', 'spouse', 'child', 'other']).default('principal'),
  principalExternalId: externalId.optional().meta({ description: 'required for a dependant' }),
  firstName: line(80, 'the first name'),
  lastName: line(80, 'the last name'),
  birthDate: calendarDate('the birth date'),
  sex: z.enum(['female', 'male'], { error: 'Choose female or male.' }),
  phone: line(40, 'the telephone number').optional(),
  email: z.email('Enter an e-mail address, for example ada@company.example.').max(200).optional(),
  deathDate: calendarDate('the date of death').optional(),
  coverFrom: calendarDate('the first day of cover'),
  coverTo: calendarDate('the last day of cover').optional(),
});
export const putEnrolleeForm = z.strictObject({ externalId, ...enrolleeForm.shape });
export type PutEnrollee = z.output<typeof putEnrolleeForm>;
