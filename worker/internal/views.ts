import type { Context } from 'hono';
import { z } from 'zod';
import { refuse } from '../../schema/domain/refusal.ts';
import { answer } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { fieldErrors } from './field-errors.ts';

const form = z.strictObject({
  actor: z.strictObject({ kind: z.enum(['tenant', 'facility']), id: z.string().regex(/^[0-9a-z-]{1,40}$/) }),
  after: z.string().max(200).optional(),
});

/** What an actor shows live, page by page, so that `npm run verify` and the fault runs can hold it against the rows. */
export async function showViews(c: Context<AppEnv>): Promise<Response> {
  const parsed = form.safeParse(await c.req.json());
  if (!parsed.success)
    return answer(c, refuse('invalid', 'This question cannot be read.', fieldErrors(parsed.error)));
  const { actor, after } = parsed.data;
  if (actor.kind === 'facility') {
    const facility = c.env.FACILITY.get(c.env.FACILITY.idFromName(actor.id));
    return c.json({ counts: await facility.counts() });
  }
  const tenant = c.env.TENANT.get(c.env.TENANT.idFromName(actor.id));
  const question = { limit: 200, ...(after === undefined ? {} : { after }) };
  const { counts, ...queue } = await tenant.queuePage(question);
  return c.json({ counts, queue });
}
