import { z } from 'zod';
import { line } from './fields.ts';

/** The account with which a covered person uses their own portal: sent when they have activated it, and when it ends. */
export const putPortalAccountForm = z.strictObject({
  memberId: line(40, 'the member id'),
  accountId: z.string().min(1).max(40),
  email: z.email().max(200),
  state: z.enum(['ACTIVE', 'SUSPENDED']).default('ACTIVE'),
});

export type PutPortalAccount = z.output<typeof putPortalAccountForm>;
