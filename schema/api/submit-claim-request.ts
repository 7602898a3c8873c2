import { z } from 'zod';
import { checkClaim, claimFields } from '../forms/submit-claim.ts';

/** The short name of a tenant, as it stands in addresses. */
export const tenantName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/, 'Name the tenant by its short name, for example meridian.')
  .meta({
    description:
      "short name of the tenant, with a facility's key; may be left out where the facility has one tenant",
  });

/** A claim as `POST /v1/claims` takes it. */
export const submitClaimRequest = z
  .strictObject({ ...claimFields, tenant: tenantName.optional() })
  .check(checkClaim)
  .meta({ id: 'SubmitClaim', description: 'A request to be paid for one encounter, service by service.' });
