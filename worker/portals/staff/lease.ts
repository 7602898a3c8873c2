import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { paths } from '../../../views/paths.ts';
import { statusOf } from '../../answer.ts';
import { command, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { arriveAt } from '../../render.tsx';
import { showClaimNumbered } from './claim.ts';
import { claimBack, pileOfAddress } from './claim-back.ts';
import { showPileDecided } from './piles/vet.ts';
import { showQueueAt } from './queue.tsx';

const staffPaths = (c: Context<AppEnv>) => paths.staff(c.var.organisation.slug ?? '');
const numberOf = (c: Context<AppEnv>) => c.req.param('number') ?? '';

/** `POST …/lease`: takes the claim, so that others see who decides it. */
export async function takeClaim(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = numberOf(c);
  const said = { back: form.get('back') };
  const answered = await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'TakeClaim', input: { number } }),
  );
  if (isRefusal(answered))
    return showClaimNumbered(c, number, { ...said, refusal: answered.message }, statusOf(answered));
  return arriveAt(c, staffPaths(c).claim(number), () => showClaimNumbered(c, number, said));
}

/** `POST …/lease/renewals`: the page is still open and in sight. 409: the lease is somebody else's or nobody's by now. */
export async function renewLease(c: Context<AppEnv>): Promise<Response> {
  const id = claimIdOf(numberOf(c));
  const renewed = id !== null && (await tenantActor(c).renewLease({ id, accountId: c.var.principal.id }));
  return c.body(null, renewed ? 204 : 409);
}

/** `POST …/lease/release`: somebody leaves undecided; the page itself says so on closing, without a form and without waiting. */
export async function releaseLease(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'ReleaseClaim', input: { number: numberOf(c) } }),
  );
  if (form.get('back') === '') return c.body(null, 204);
  const back = claimBack(c, form.get('back'));
  const pile = pileOfAddress(c, back);
  if (pile) return showPileDecided(c, pile, back, null);
  return arriveAt(c, back, () => showQueueAt(c, back));
}

/** `POST …/receipts`: the claim enters the queue, where the tenant wants to look first. */
export async function receiveClaim(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = numberOf(c);
  const answered = await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'ReceiveClaim', input: { number } }),
  );
  const said = { back: form.get('back') };
  if (isRefusal(answered))
    return showClaimNumbered(c, number, { ...said, refusal: answered.message }, statusOf(answered));
  return arriveAt(c, staffPaths(c).claim(number), () => showClaimNumbered(c, number, said));
}
