import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { declineProposalForm } from '../../../schema/forms/decide-claim.ts';
import { paths } from '../../../views/paths.ts';
import { statusOf } from '../../answer.ts';
import { command, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { arriveAt } from '../../render.tsx';
import { formErrors } from '../form-errors.ts';
import { showClaimNumbered } from './claim.ts';

const claimAddress = (c: Context<AppEnv>, number: string) =>
  paths.staff(c.var.organisation.slug ?? '').claim(number);

/** `POST …/proposal/confirmations`: a second person approves what was proposed. */
export async function confirmProposal(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = c.req.param('number') ?? '';
  const said = { back: form.get('back') };
  const input = { number, version: Number(form.get('version')) || 1 };
  const sent = command(c, form.commandId, { type: 'ConfirmProposal' as const, input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered))
    return showClaimNumbered(c, number, { ...said, refusal: answered.message }, statusOf(answered));
  return arriveAt(c, claimAddress(c, number), () => showClaimNumbered(c, number, said));
}

/** `POST …/proposal/declines`: it goes back with a sentence to whoever proposed it. */
export async function declineProposal(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = c.req.param('number') ?? '';
  const [back, sentence] = [form.get('back'), form.get('sentence')];
  const parsed = declineProposalForm.safeParse({
    number,
    version: Number(form.get('version')) || 1,
    sentence,
  });
  if (!parsed.success) {
    const declining = { sentence, errors: formErrors(parsed.error) };
    return showClaimNumbered(c, number, { back, declining }, 422);
  }
  const sent = command(c, form.commandId, { type: 'DeclineProposal' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    const declining = { sentence, errors: {} };
    return showClaimNumbered(c, number, { back, declining, refusal: answered.message }, statusOf(answered));
  }
  return arriveAt(c, claimAddress(c, number), () => showClaimNumbered(c, number, { back }));
}
