import { z } from 'zod';
import { limitKinds } from '../domain/limits/approval-limits.ts';
import { minor } from './fields.ts';

const ceiling = z.union([minor('the most that is approved alone'), z.literal('unlimited')]);
const limits = z.partialRecord(z.enum(limitKinds), ceiling);

/** How much each role may approve alone; a role left out stays as it is, a kind left out of a role is nothing. */
export const putApprovalLimitsForm = z.strictObject({
  roles: z
    .array(z.strictObject({ role: z.string().min(1).max(40), limits }))
    .min(1, 'Name at least one role.')
    .max(200),
});

export type PutApprovalLimits = z.output<typeof putApprovalLimitsForm>;
