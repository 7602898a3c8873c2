import { z } from 'zod';
import { answerQueryForm } from '../forms/decide-claim.ts';
import { tenantName } from './submit-claim-request.ts';

/** An answer to a query as `POST /v1/claims/{number}/answers` takes it. */
export const answerQueryRequest = z
  .strictObject({ answer: answerQueryForm.shape.answer, tenant: tenantName.optional() })
  .meta({ id: 'AnswerQuery', description: "The facility's answer to the tenant's question." });
