import { z } from 'zod';
import { coverChanges } from '../domain/members/cover-change.ts';
import { calendarDate, clientCode, externalId, line, memberIdField, planCode } from './fields.ts';

/** A person by one of their ids. */
const who = { memberId: memberIdField.optional(), externalId: externalId.optional() };

/** What is done to a cover, from when, and why. */
export const coverChangeForm = z.strictObject({
  change: z.enum(coverChanges, { error: `Choose one of ${coverChanges.join(', ')}.` }),
  from: calendarDate('the day from which it holds').meta({
    description: 'the first day on which it holds, at most 30 days back; an end: the first day without cover',
  }),
  reason: line(200, 'the reason'),
});
export const setClientCoverForm = z.strictObject({ code: clientCode, ...coverChangeForm.shape });
export const setEnrolleeCoverForm = z.strictObject({ ...who, ...coverChangeForm.shape });

/** A move to another plan; to the present one takes a move back. */
export const planMoveForm = z.strictObject({
  plan: planCode,
  withFamily: z
    .boolean()
    .default(true)
    .meta({ description: "a principal's dependants who stand as they do move along" }),
});
export const movePlanForm = z.strictObject({ ...who, ...planMoveForm.shape });

/** Another primary facility; the present one takes a change back. */
export const changePrimaryFacilityForm = z.strictObject({
  ...who,
  facilityId: z.string({ error: 'Choose a facility.' }).min(1, 'Choose a facility.').max(40),
});

export type SetClientCover = z.output<typeof setClientCoverForm>;
export type SetEnrolleeCover = z.output<typeof setEnrolleeCoverForm>;
export type MovePlan = z.output<typeof movePlanForm>;
export type ChangePrimaryFacility = z.output<typeof changePrimaryFacilityForm>;
