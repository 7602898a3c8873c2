import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { disposeRiskEventForm } from '../../../../schema/forms/investigations.ts';
import { paths } from '../../../../views/paths.ts';
import { statusOf } from '../../../answer.ts';
import { command, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { showClaimNumbered } from '../claim.ts';

/** `POST …/risk/<n>/disposals`: a risk event was something, or was not; the claim's page again. */
export async function disposeRiskEvent(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = c.req.param('number') ?? '';
  const n = Number(c.req.param('n')) || 0;
  const reason = form.get('reason');
  const back = form.get('back');
  const parsed = disposeRiskEventForm.safeParse({
    number,
    n,
    verdict: form.get('verdict') || undefined,
    reason,
  });
  if (!parsed.success) {
    const errors = formErrors(parsed.error);
    return showClaimNumbered(c, number, { back, disposing: { n, reason, errors } }, 422);
  }
  const sent = command(c, form.commandId, { type: 'DisposeRiskEvent' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (!isRefusal(answered)) {
    const address = paths.staff(c.var.organisation.slug ?? '').claim(number);
    return arriveAt(c, address, () => showClaimNumbered(c, number, { back }));
  }
  const said =
    answered.code === 'invalid'
      ? { disposing: { n, reason, errors: refusalErrors(answered) } }
      : { refusal: answered.message };
  return showClaimNumbered(c, number, { back, ...said }, statusOf(answered));
}
