import { approveStep, approveWants } from '../deciding/approve-step.ts';
import type { TenantHandler } from '../handler.ts';

/** IN_REVIEW → APPROVED, as recommended or line by line, by whoever holds it; above their ceiling it becomes a proposal. */
export const approveClaim: TenantHandler<'ApproveClaim'> = {
  wants: approveWants,
  decide: (input, context) => approveStep(input, context),
};
