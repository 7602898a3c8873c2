import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import type { QueuePage } from '../../../durable-objects/tenant/queue.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { paths } from '../../../views/paths.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimsById } from '../../queries/claims-by-id.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { arriveAt } from '../../render.tsx';
import { showClaimNumbered } from './claim.ts';
import { claimBack, pileOfAddress } from './claim-back.ts';
import { vetNextIn } from './piles/vet.ts';
import { showQueueAt } from './queue.tsx';

const takeable = ['RECEIVED', 'RESUBMITTED', 'IN_REVIEW'] as const;
/** So many of the most urgent are looked at, page by page, for one that is free: proposals keep their place. */
const pageRows = 40;
const pages_max = 10;

/** Free claims, the most urgent first: those that nobody has, and that wait for no second person. */
async function* freeClaims(c: Context<AppEnv>): AsyncGenerator<string> {
  const db = tenantDatabase(c.env, c.var.organisation.id);
  let after: string | null = '';
  for (let page = 0; page < pages_max && after !== null; page += 1) {
    const question = { states: [...takeable], limit: pageRows, ...(after === '' ? {} : { after }) };
    const { rows, next }: QueuePage = await tenantActor(c).queuePage(question);
    const free = rows.filter((row) => row.lease === null && !row.proposed).map((row) => row.id);
    const numbers = new Map((await claimsById(db, free)).map((row) => [row.id, row.number]));
    for (const id of free) {
      const number = numbers.get(id);
      if (number !== undefined) yield number;
    }
    after = next;
  }
}

/** Takes the most urgent free claim, of the pile that one came from or of all, and shows it; without one, the list says so. Two who ask at once get different ones. */
export async function takeNext(c: Context<AppEnv>, back: string, leaving = ''): Promise<Response> {
  const pile = pileOfAddress(c, back);
  if (pile) return vetNextIn(c, pile, { back, after: leaving });
  for await (const number of freeClaims(c)) {
    if (number === leaving) continue;
    const sent = command(c, freshId(), { type: 'TakeClaim' as const, input: { number } });
    if (isRefusal(await executeOn(tenantActor(c), sent))) continue;
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
  return takeNext(c, claimBack(c, form.get('back')), leaving);
}
