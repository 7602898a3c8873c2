import type { Context } from 'hono';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import { paths } from '../../../views/paths.ts';
import { answer, statusOf } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { draftById } from '../../queries/draft-by-id.ts';
import { leaveFor } from '../../render.tsx';
import { refusalErrors } from '../form-errors.ts';
import { askTenant } from './ask-facility.ts';
import { openDesk } from './desk.ts';
import { claimOfDraft } from './draft-claim.ts';
import { draftPage, stepOf } from './draft-page.tsx';
import { openDraft } from './draft-view.ts';

const gone = refuse('not_found', 'This draft was discarded, or belongs to someone else.');

/** Where the claim that a draft became is to be seen, for whoever presses *Submit* twice. */
const claimAddress = (tenantId: string, number: string) => paths.provider.claim(tenantId, number);

/** Errors with the field they blame in the draft; one that blames none stands above the review. */
function errorsOf(refusal: Refusal) {
  const errors = refusalErrors(refusal);
  const blamed = Object.keys(errors).find((field) => field !== '');
  return { errors, step: blamed === undefined ? ('review' as const) : stepOf(blamed) };
}

/** `POST /provider/drafts/<draft>/submission`: the draft becomes a claim, or its step says what is wrong with it. */
export async function submitDraft(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const draft = await draftById(desk.db, c.req.param('draft') ?? '');
  if (draft === null) return answer(c, gone);
  if (draft.claimNumber !== null) return leaveFor(c, claimAddress(draft.body.tenantId, draft.claimNumber));
  const opened = await openDraft(c, desk, draft, draft.body);
  const read = claimOfDraft(draft.id, draft.body, opened.known);
  if (read.errors !== undefined) {
    const step = stepOf(Object.keys(read.errors)[0] ?? '');
    return draftPage(c, desk, step, opened, { errors: read.errors }, 422);
  }
  const { tenantId } = draft.body;
  const answered = await askTenant(c, tenantId, `draft-${draft.id}`, {
    type: 'SubmitClaim',
    input: read.claim,
  });
  if (isRefusal(answered)) {
    const { errors, step } = errorsOf(answered);
    return draftPage(c, desk, step, opened, { errors }, statusOf(answered));
  }
  return leaveFor(c, claimAddress(tenantId, answered.outcome.number));
}

/** `GET …/submission`: where a reload after a refusal leads. */
export function backToReview(c: Context<AppEnv>): Response {
  return c.redirect(paths.provider.draft(c.req.param('draft') ?? '', 'review'), 303);
}
