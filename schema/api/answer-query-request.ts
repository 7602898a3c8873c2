import { z } from 'zod';
import { answerFields, checkAnswer } from '../forms/decide-claim.ts';
import { tenantName } from './submit-claim-request.ts';

/** An answer to a query as `POST /v1/claims/{number}/answers` takes it. */
export const answerQueryRequest = z
  .strictObject({ ...answerFields, tenant: tenantName.optional() })
  .check(checkAnswer)
  .meta({ id: 'AnswerQuery', description: "The facility's answer to the tenant's question." });
