import { z } from 'zod';
import { encounterTypes } from '../domain/claims/claim.ts';
import { calendarDate, externalId, instant, line } from './fields.ts';
import { claimFields, claimLineForm, diagnosisForm } from './submit-claim.ts';

/** A claim while it is typed: whom and when, and the lines that are whole already. */
export const assessClaimForm = z.strictObject({
  memberId: line(40, 'the member id').optional(),
  enrolleeExternalId: externalId.optional(),
  enrolleeName: line(120, 'the name').optional(),
  birthDate: calendarDate('the birth date').optional(),
  facilityExternalId: claimFields.facilityExternalId,
  encounterType: z.enum(encounterTypes).default('outpatient'),
  encounterId: externalId.optional(),
  startedAt: instant('the start of the encounter'),
  endedAt: instant('the end of the encounter').optional(),
  referral: claimFields.referral,
  otherPayer: claimFields.otherPayer,
  accident: claimFields.accident,
  diagnoses: z.array(diagnosisForm).max(12).default([]),
  lines: z.array(claimLineForm).min(1, 'Add at least one line.').max(100),
});

export type AssessClaim = z.output<typeof assessClaimForm>;
