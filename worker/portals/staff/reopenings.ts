import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { reopenClaimForm } from '../../../schema/forms/decide-claim.ts';
import { paths } from '../../../views/paths.ts';
import { statusOf } from '../../answer.ts';
import { command, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { arriveAt } from '../../render.tsx';
import { formErrors, refusalErrors } from '../form-errors.ts';
import { showClaimNumbered } from './claim.ts';

/** `POST …/reopenings`: an approval is taken back, with the reason; what it used of the benefits is given back. */
export async function reopenClaim(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = c.req.param('number') ?? '';
  const reason = form.get('reason');
  const back = form.get('back');
  const parsed = reopenClaimForm.safeParse({ number, version: Number(form.get('version')) || 0, reason });
  if (!parsed.success) {
    const errors = formErrors(parsed.error);
    return showClaimNumbered(c, number, { back, reopening: { reason, errors } }, 422);
  }
  const answered = await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'ReopenClaim', input: parsed.data }),
  );
  if (!isRefusal(answered))
    return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').claim(number), () =>
      showClaimNumbered(c, number, { back }),
    );
  const said =
    answered.code === 'invalid'
      ? { reopening: { reason, errors: refusalErrors(answered) } }
      : { refusal: answered.message, reopening: { reason, errors: {} } };
  return showClaimNumbered(c, number, { back, ...said }, statusOf(answered));
}
