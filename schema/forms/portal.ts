import { z } from 'zod';
import { memberIdField } from './fields.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Invites a covered person to their own portal; the secret itself never comes here. */
export const inviteEnrolleeForm = z.strictObject({ memberId: memberIdField, tokenHash: hash });

/** Uses an invitation: the person's account, which was made or found for it. */
export const activatePortalForm = z.strictObject({
  enrolleeId: z.string().min(1).max(40),
  tokenHash: hash,
  accountId: z.string().min(1).max(40),
});

export type InviteEnrollee = z.output<typeof inviteEnrolleeForm>;
export type ActivatePortal = z.output<typeof activatePortalForm>;
