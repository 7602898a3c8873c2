import { z } from 'zod';
import { calendarDate, clientCode, externalId, line, memberIdField, planCode } from './fields.ts';

const optionalNumber = (max: number, what: string, description: string) =>
  line(max, what)
    .nullable()
    .optional()
    .meta({ description: `${description}; left out: as it is; null: taken out` });

/** A covered person, as an integrator knows them. */
export const enrolleeForm = z.strictObject({
  clientCode: clientCode.default('INDV'),
  relation: z
    .enum(['principal', 'spouse', 'child', 'other'], { error: 'Choose the relation.' })
    .default('principal'),
  principalExternalId: externalId
    .optional()
    .meta({ description: 'a dependant names their principal by this or by the member id' }),
  principalMemberId: memberIdField.optional(),
  firstName: line(80, 'the first name'),
  lastName: line(80, 'the last name'),
  birthDate: calendarDate('the birth date'),
  sex: z.enum(['female', 'male'], { error: 'Choose female or male.' }),
  phone: line(40, 'the telephone number').optional(),
  email: z.email('Enter an e-mail address, for example ada@company.example.').max(200).optional(),
  deathDate: calendarDate('the date of death').optional(),
  coverFrom: calendarDate('the first day of cover'),
  coverTo: calendarDate('the last day of cover').optional(),
  plan: planCode.optional().meta({
    description:
      "left out: as it is; for a new person the principal's, or the only plan that the client offers. Another plan than the present one is a move, from the first day of the next month",
  }),
  nin: optionalNumber(20, 'the NIN', 'national identity number, 11 digits'),
  nhiaNumber: optionalNumber(40, 'the NHIA number', 'number with the National Health Insurance Authority'),
  transferred: z.boolean().optional().meta({
    description: 'came from another insurer without a gap: waiting periods may be waived; left out: as it is',
  }),
  primaryFacilityExternalId: externalId.optional().meta({
    description:
      'a facility of the network; left out: as it is. Another one than the present holds from the first day of the next month',
  }),
});

/** The same as the actor takes it: the portal names people by member id, and facilities by their own id. */
export const putEnrolleeForm = z.strictObject({
  externalId: externalId.optional(),
  memberId: memberIdField.optional(),
  ...enrolleeForm.shape,
  primaryFacilityId: z.string().min(1).max(40).optional(),
});
export type PutEnrollee = z.output<typeof putEnrolleeForm>;
