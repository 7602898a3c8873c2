import { z } from 'zod';
import { tenantName } from './submit-claim-request.ts';

/** What `POST /v1/claims/{number}/withdrawal` takes: nothing but whose claim it is. */
export const withdrawClaimRequest = z
  .strictObject({ tenant: tenantName.optional() })
  .meta({ id: 'WithdrawClaim', description: 'That the facility takes its claim back.' });
