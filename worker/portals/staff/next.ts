import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { paths } from '../../../views/paths.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimsById } from '../../queries/claims-by-id.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { arriveAt } from '../../render.tsx';
import { backAddress } from '../back-address.ts';
import { showClaimNumbered } from './claim.ts';
import { showQueueAt } from './queue.tsx';

/** What can be taken, and how many are tried: two who ask at once get different claims. */
const takeable = ['RECEIVED', 'RESUBMITTED', 'IN_REVIEW'] as const;
const triedMax = 20;

/** Takes the most urgent claim that nobody has and shows it; without one, the list says so. */
export async function takeNext(c: Context<AppEnv>, back: string, leaving = ''): Promise<Response> {
  const actor = tenantActor(c);
  const { rows } = await actor.queuePage({ states: [...takeable], limit: triedMax });
  const free = rows.filter((row) => row.lease === null);
  const found = await claimsById(
    tenantDatabase(c.env, c.var.organisation.id),
    free.map((row) => row.id),
  );
  const numbers = new Map(found.map((row) => [row.id, row.number]));
  for (const { id } of free) {
    const number = numbers.get(id);
    if (number === undefined || number === leaving) continue;
    const taken = await executeOn(actor, command(c, freshId(), { type: 'TakeClaim', input: { number } }));
    if (isRefusal(taken)) continue;
    return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').claim(number), () =>
      showClaimNumbered(c, number, { back }),
    );
  }
  return arriveAt(c, back, () => showQueueAt(c, back));
}

/** `POST /<tenant>/claims/next`: gives back what one had, and takes the next. */
export async function nextClaim(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const leaving = form.get('leaving');
  if (leaving !== '') {
    const input = { number: leaving };
    await executeOn(tenantActor(c), command(c, freshId(), { type: 'ReleaseClaim', input }));
  }
  const list = paths.staff(c.var.organisation.slug ?? '').claims();
  return takeNext(c, backAddress(c, list, form.get('back')), leaving);
}
