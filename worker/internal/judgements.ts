import type { Context } from 'hono';
import { z } from 'zod';
import type { JudgementAnswer } from '../../durable-objects/tenant/questions.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/domain/refusal.ts';
import { claimNumberField } from '../../schema/forms/fields.ts';
import { answer } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { fieldErrors } from './field-errors.ts';

const CLAIMS_MAX = 256;
const form = z.strictObject({
  actor: z.strictObject({ kind: z.literal('tenant'), id: z.string().regex(/^[0-9a-z-]{1,40}$/) }),
  claims: z.array(claimNumberField).max(CLAIMS_MAX),
});

/** What a tenant's actor recommends for filed claims now, so that the demo's people decide by what they would see. */
export async function showJudgements(c: Context<AppEnv>): Promise<Response> {
  const parsed = form.safeParse(await c.req.json());
  if (!parsed.success)
    return answer(c, refuse('invalid', 'This question cannot be read.', fieldErrors(parsed.error)));
  const { actor, claims } = parsed.data;
  const tenant = c.env.TENANT.get(c.env.TENANT.idFromName(actor.id));
  const asked: Promise<JudgementAnswer | Refusal>[] = claims.map((number) => tenant.judgement(number));
  const judgements: JudgementAnswer[] = [];
  for (const judged of await Promise.all(asked)) {
    if (isRefusal(judged)) return answer(c, judged);
    judgements.push(judged);
  }
  return c.json({ judgements });
}
