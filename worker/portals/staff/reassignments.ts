import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { reassignClaimForm } from '../../../schema/forms/decide-claim.ts';
import { paths } from '../../../views/paths.ts';
import { statusOf } from '../../answer.ts';
import { command, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { arriveAt } from '../../render.tsx';
import { formErrors, refusalErrors } from '../form-errors.ts';
import { showClaimNumbered } from './claim.ts';

/** `POST …/reassignments`: the claim is given to somebody, or freed for all. */
export async function reassignClaim(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = c.req.param('number') ?? '';
  const back = form.get('back');
  const to = form.get('free') === '' ? form.get('to') : null;
  const parsed = reassignClaimForm.safeParse({ number, to });
  if (!parsed.success)
    return showClaimNumbered(c, number, { back, reassigning: formErrors(parsed.error) }, 422);
  const sent = command(c, form.commandId, { type: 'ReassignClaim' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (!isRefusal(answered))
    return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').claim(number), () =>
      showClaimNumbered(c, number, { back }),
    );
  const said =
    answered.code === 'invalid' ? { reassigning: refusalErrors(answered) } : { refusal: answered.message };
  return showClaimNumbered(c, number, { back, ...said }, statusOf(answered));
}
