import { z } from 'zod';
import { claimStates } from '../domain/claims/claim.ts';
import { externalId, instant } from '../forms/fields.ts';
import { claimView } from './claim-view.ts';
import { wholeNumber } from './parts.ts';
import { tenantName } from './submit-claim-request.ts';

const fieldNames = Object.keys(claimView.shape);

/** Names of fields, with commas between them. */
const fields = z
  .string()
  .regex(/^[A-Za-z,]+$/, 'Name fields with commas between them, for example number,state.')
  .refine(
    (text) => text.split(',').every((name) => fieldNames.includes(name)),
    `Choose from ${fieldNames.join(', ')}.`,
  )
  .meta({ description: 'answer only these fields of a claim, for example number,state,approved' });

/** What `GET /v1/claims/{number}` may be asked. */
export const claimQuestion = z.strictObject({ tenant: tenantName.optional(), fields: fields.optional() });

/** What `GET /v1/claims` may be asked. Every filter has its index. */
export const claimsQuestion = z.strictObject({
  limit: wholeNumber(1, 200).default(50).meta({ description: 'how many claims at most' }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,120}$/, 'Send `next` of the page before as it is.')
    .optional()
    .meta({ description: '`next` of the page before; left out: the first page' }),
  state: z.enum(claimStates).optional(),
  facilityExternalId: externalId.optional().meta({ description: "with a tenant's key" }),
  externalId: externalId.optional().meta({ description: "the sender's own id" }),
  submittedAfter: instant('the moment')
    .optional()
    .meta({ description: 'claims submitted at this moment or later' }),
  submittedBefore: instant('the moment')
    .optional()
    .meta({ description: 'claims submitted before this moment' }),
  tenant: tenantName.optional(),
  fields: fields.optional(),
});
