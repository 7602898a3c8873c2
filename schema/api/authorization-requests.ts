import { z } from 'zod';
import { authorizationStates } from '../domain/authorizations/authorization.ts';
import { appealFields, dischargeFields } from '../forms/decide-authorization.ts';
import { externalId, instant, line } from '../forms/fields.ts';
import { cancellationFields, requestAnswerFields } from '../forms/on-authorization.ts';
import { checkRequest, requestFields } from '../forms/request-authorization.ts';
import { wholeNumber } from './parts.ts';
import { tenantName } from './submit-claim-request.ts';

const { draftId: _, ...asked } = requestFields;
const { draftId: __, ...answered } = requestAnswerFields;
const { draftId: ___, ...appealed } = appealFields;
const tenant = tenantName.optional();

/** A request as `POST /v1/authorizations` takes it. */
export const authorizationRequest = z
  .strictObject({
    ...asked,
    caller: line(120, 'who rang')
      .optional()
      .meta({ description: "who rang, with a tenant's key; refused with a facility's own" }),
    calledAt: instant('when they rang').optional(),
    tenant,
  })
  .check(checkRequest)
  .meta({
    id: 'RequestAuthorization',
    description: 'A facility asks beforehand whether services will be paid for.',
  });

/** An answer as `POST /v1/authorizations/{number}/answers` takes it. */
export const authorizationAnswer = z
  .strictObject({ ...answered, tenant })
  .meta({ id: 'AnswerAuthorization', description: "The facility's answer to the tenant's question." });

/** A cancellation as `POST /v1/authorizations/{number}/cancellations` takes it. */
export const authorizationCancellation = z
  .strictObject({ ...cancellationFields, tenant })
  .meta({ id: 'CancelAuthorization', description: 'The facility needs it no longer.' });

/** An appeal as `POST /v1/authorizations/{number}/appeals` takes it. */
export const authorizationAppeal = z
  .strictObject({ ...appealed, tenant })
  .meta({ id: 'AppealAuthorization', description: 'The facility objects to a rejection or a reduction.' });

/** A discharge as `POST /v1/authorizations/{number}/discharges` takes it. */
export const authorizationDischarge = z
  .strictObject({ ...dischargeFields, tenant })
  .meta({ id: 'DischargeAuthorization', description: 'An admission has ended.' });

/** What `GET /v1/authorizations` may be asked. */
export const authorizationsQuestion = z.strictObject({
  limit: wholeNumber(1, 200).default(50).meta({ description: 'how many requests at most' }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,120}$/, 'Send `next` of the page before as it is.')
    .optional()
    .meta({ description: '`next` of the page before; left out: the first page' }),
  state: z.enum(authorizationStates).optional(),
  facilityExternalId: externalId.optional().meta({ description: "with a tenant's key" }),
  tenant,
});

/** What one request may be asked. */
export const authorizationQuestion = z.strictObject({ tenant });
