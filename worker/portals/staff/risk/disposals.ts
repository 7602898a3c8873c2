import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { disposeRiskEventForm } from '../../../../schema/forms/investigations.ts';
import type { DisposalSaid } from '../../../../views/hmo/risk/disposal-form.tsx';
import { paths } from '../../../../views/paths.ts';
import { statusOf } from '../../../answer.ts';
import { command, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { showRequestNumbered } from '../authorizations/request-view.tsx';
import { showClaimNumbered } from '../claim.ts';

type Paths = ReturnType<typeof paths.staff>;
type Said = { back: string; disposing?: DisposalSaid; refusal?: string };

/** Where what is flagged has its page, and how the page is shown again. */
interface Flagged {
  address: (to: Paths, number: string) => string;
  show: (
    c: Context<AppEnv>,
    number: string,
    said: Said,
    status?: Parameters<typeof showClaimNumbered>[3],
  ) => Promise<Response>;
}

async function dispose(c: Context<AppEnv>, { address, show }: Flagged): Promise<Response> {
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
    return show(c, number, { back, disposing: { n, reason, errors } }, 422);
  }
  const sent = command(c, form.commandId, { type: 'DisposeRiskEvent' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (!isRefusal(answered)) {
    const arrived = address(paths.staff(c.var.organisation.slug ?? ''), number);
    return arriveAt(c, arrived, () => show(c, number, { back }));
  }
  const said =
    answered.code === 'invalid'
      ? { disposing: { n, reason, errors: refusalErrors(answered) } }
      : { refusal: answered.message };
  return show(c, number, { back, ...said }, statusOf(answered));
}

/** `POST …/claims/<number>/risk/<n>/disposals`: a risk event was something, or was not; the claim's page again. */
export const disposeClaimEvent = (c: Context<AppEnv>): Promise<Response> =>
  dispose(c, { address: (to, number) => to.claim(number), show: showClaimNumbered });

/** `POST …/authorizations/<number>/risk/<n>/disposals`: the same of a request. */
export const disposeRequestEvent = (c: Context<AppEnv>): Promise<Response> =>
  dispose(c, { address: (to, number) => to.authorization(number), show: showRequestNumbered });
