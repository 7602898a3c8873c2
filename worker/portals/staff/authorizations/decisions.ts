import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import { proposalOn } from '../../../../schema/domain/authorizations/propose.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import { declineAuthorizationProposalForm } from '../../../../schema/forms/decide-authorization.ts';
import { paths } from '../../../../views/paths.ts';
import { answer, statusOf } from '../../../answer.ts';
import { command, readForm, type SentForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { authorizationByNumber } from '../../../queries/authorization-by-number.ts';
import { nextWaiting } from '../../../queries/authorizations-list.ts';
import { type Database, tenantDatabase } from '../../../queries/database.ts';
import { tenantReasonCodes } from '../../../queries/reason-codes.ts';
import { arriveAt } from '../../../render.tsx';
import { backAddress } from '../../back-address.ts';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { readSeenOf } from '../read-decision.ts';
import { showAuthorizationsAt } from './queue.tsx';
import {
  byLineNumbers,
  decidableLines,
  type RequestDecision,
  readRequestEntry,
  requestDecision,
} from './read-request-decision.ts';
import { type RequestSaid, showRequestNumbered } from './request-view.tsx';

const noSuchRequest = refuse('not_found', 'There is no request of this number.');
const staffPaths = (c: Context<AppEnv>) => paths.staff(c.var.organisation.slug ?? '');
const numberOf = (c: Context<AppEnv>) => c.req.param('number') ?? '';

/** After something was decided: the next one, the request itself where it waits for a second person, or the list. */
export async function afterDecision(
  c: Context<AppEnv>,
  db: Database,
  before: Authorization,
  form: SentForm,
): Promise<Response> {
  const { number, id, dueAt } = before;
  const to = staffPaths(c);
  const after = await authorizationByNumber(db, number);
  const back = backAddress(c, to.authorizations(), form.get('back'));
  if (after !== null && proposalOn(after) !== null)
    return arriveAt(c, to.authorization(number), () => showRequestNumbered(c, number, { back }));
  if (form.get('then') === 'next') {
    const next = await nextWaiting(db, { answerBy: dueAt ?? 0, id });
    if (next !== null)
      return arriveAt(c, to.authorization(next), () => showRequestNumbered(c, next, { back }));
  }
  const query = Object.fromEntries(new URLSearchParams(back.split('?')[1] ?? ''));
  const arrival = to.authorizations({ ...query, decided: number });
  return arriveAt(c, arrival, () => showAuthorizationsAt(c, arrival));
}

const linesSent = ({ type, input }: RequestDecision) =>
  type === 'DecideAuthorization' && input.verdict === 'grant' ? (input.lines ?? []) : [];

/** Shown again as it is now, with what was entered: a decision on figures that have changed is not made. */
export function refusedDecision(
  c: Context<AppEnv>,
  number: string,
  refusal: Refusal,
  kept: RequestSaid,
  lines: readonly { line: number }[],
): Promise<Response> {
  const said =
    refusal.code === 'invalid'
      ? { errors: byLineNumbers(refusalErrors(refusal), lines) }
      : { refusal: refusal.message };
  return showRequestNumbered(c, number, { ...kept, ...said }, statusOf(refusal));
}

/** `POST …/decisions`: approves, queries or rejects; then the next request or the list one came from. */
export async function decideRequest(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = numberOf(c);
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const [authorization, reasons] = await Promise.all([
    authorizationByNumber(db, number),
    tenantReasonCodes(db),
  ]);
  if (authorization === null) return answer(c, noSuchRequest);
  const seen = readSeenOf(form, decidableLines(authorization), true);
  const entry = readRequestEntry(form, authorization, seen);
  const kept = { entry, seen, back: form.get('back') };
  const version = Number(form.get('version')) || 1;
  const read = requestDecision({ authorization, version, entry, reasons, seen });
  if ('errors' in read) return showRequestNumbered(c, number, { ...kept, errors: read.errors }, 422);
  const answered = await executeOn(tenantActor(c), command(c, form.commandId, read.command));
  if (isRefusal(answered)) return refusedDecision(c, number, answered, kept, linesSent(read.command));
  return afterDecision(c, db, authorization, form);
}

/** `POST …/proposal/confirmations`: a second person grants what was proposed. */
export async function confirmRequestProposal(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = numberOf(c);
  const input = { number, version: Number(form.get('version')) || 1 };
  const what = { type: 'ConfirmAuthorizationProposal' as const, input };
  const answered = await executeOn(tenantActor(c), command(c, form.commandId, what));
  const said = { back: form.get('back') };
  if (isRefusal(answered))
    return showRequestNumbered(c, number, { ...said, refusal: answered.message }, statusOf(answered));
  return arriveAt(c, staffPaths(c).authorization(number), () => showRequestNumbered(c, number, said));
}

/** `POST …/proposal/declines`: it goes back with a sentence to whoever proposed it. */
export async function declineRequestProposal(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const number = numberOf(c);
  const [back, sentence] = [form.get('back'), form.get('sentence')];
  const version = Number(form.get('version')) || 1;
  const parsed = declineAuthorizationProposalForm.safeParse({ number, version, sentence });
  if (!parsed.success) {
    const declining = { sentence, errors: formErrors(parsed.error) };
    return showRequestNumbered(c, number, { back, declining }, 422);
  }
  const what = { type: 'DeclineAuthorizationProposal' as const, input: parsed.data };
  const answered = await executeOn(tenantActor(c), command(c, form.commandId, what));
  if (isRefusal(answered)) {
    const declining = { sentence, errors: {} };
    return showRequestNumbered(c, number, { back, declining, refusal: answered.message }, statusOf(answered));
  }
  return arriveAt(c, staffPaths(c).authorization(number), () => showRequestNumbered(c, number, { back }));
}
