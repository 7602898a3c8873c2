import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { answerDependantForm } from '../../../../schema/forms/portal.ts';
import { paths } from '../../../../views/paths.ts';
import { answer } from '../../../answer.ts';
import { command, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { enrolleeAt } from './enrollee.tsx';

/** `POST …/enrollees/<member id>/asked/<request>`: enrols whom a principal asked to add, or declines with a reason. */
export async function answerDependant(c: Context<AppEnv>): Promise<Response> {
  const memberId = (c.req.param('member') ?? '').toUpperCase();
  const requestId = c.req.param('request') ?? '';
  const form = await readForm(c);
  const approves = form.get('answer') === 'approve';
  const parsed = answerDependantForm.safeParse({
    memberId,
    requestId,
    coverFrom: approves ? form.get('coverFrom') : null,
    reason: form.get('reason'),
  });
  if (!parsed.success) return enrolleeAt(c, memberId, null, { requestId, errors: formErrors(parsed.error) });
  const sent = command(c, form.commandId, { type: 'AnswerDependant' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return enrolleeAt(c, memberId, null, {
      requestId,
      errors: { '': Object.values(refusalErrors(answered))[0] ?? '' },
    });
  }
  const { enrolled } = answered.outcome;
  const said = enrolled === null ? 'Declined.' : `Added as ${enrolled}.`;
  const address = paths.staff(c.var.organisation.slug ?? '').enrollee(memberId, { saved: 1 });
  return arriveAt(c, address, () => enrolleeAt(c, memberId, said));
}
