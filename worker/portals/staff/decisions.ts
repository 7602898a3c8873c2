import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import { paths } from '../../../views/paths.ts';
import { answer, statusOf } from '../../answer.ts';
import { command, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimByNumber } from '../../queries/claim-by-number.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { tenantReasonCodes } from '../../queries/reason-codes.ts';
import { arriveAt } from '../../render.tsx';
import { showClaimNumbered } from './claim.ts';
import { claimBack, pileOfAddress } from './claim-back.ts';
import type { ClaimSaid } from './claim-view.tsx';
import { type DecisionCommand, decisionCommand } from './decision-command.ts';
import { decisionErrors } from './decision-errors.ts';
import { takeNext } from './next.ts';
import { showPileDecided } from './piles/vet.ts';
import { showQueueAt } from './queue.tsx';
import { readDecisionEntry, readSeenOf } from './read-decision.ts';

/** Shown again as it is now, with what was entered: a decision on figures that have changed is not made. */
function refused(
  c: Context<AppEnv>,
  number: string,
  refusal: Refusal,
  kept: ClaimSaid,
  sent: DecisionCommand,
): Promise<Response> {
  const said =
    refusal.code === 'invalid' ? { errors: decisionErrors(refusal, sent) } : { refusal: refusal.message };
  return showClaimNumbered(c, number, { ...kept, ...said }, statusOf(refusal));
}

/** `POST …/decisions`: approves, queries or rejects; then the next claim or the list one came from. */
export async function decideClaim(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = c.req.param('number') ?? '';
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const [claim, reasons] = await Promise.all([claimByNumber(db, number), tenantReasonCodes(db)]);
  if (claim === null) return answer(c, refuse('not_found', 'There is no claim of this number.'));
  const to = paths.staff(c.var.organisation.slug ?? '');
  const back = claimBack(c, form.get('back'));
  const overrides = c.var.principal.permissions.includes('claim.override_line');
  const seen = readSeenOf(form, claim.lines, overrides);
  const kept = { entry: readDecisionEntry(form, claim.lines, claim.currency, seen), seen, back };
  const read = decisionCommand(claim, Number(form.get('version')) || 0, kept.entry, reasons, seen);
  if ('errors' in read) return showClaimNumbered(c, number, { ...kept, errors: read.errors }, 422);
  const answered = await executeOn(tenantActor(c), command(c, form.commandId, read.command));
  if (isRefusal(answered)) return refused(c, number, answered, kept, read.command);
  // What was proposed is not decided: its own page says who is needed now.
  if ('proposed' in answered.outcome && answered.outcome.proposed !== undefined)
    return arriveAt(c, to.claim(number), () => showClaimNumbered(c, number, { back }));
  if (form.get('then') === 'next') return takeNext(c, back, number);
  const pile = pileOfAddress(c, back);
  if (pile) return showPileDecided(c, pile, back, number);
  const query = Object.fromEntries(new URLSearchParams(back.split('?')[1] ?? ''));
  const arrival = to.claims({ ...query, decided: number });
  return arriveAt(c, arrival, () => showQueueAt(c, arrival));
}
