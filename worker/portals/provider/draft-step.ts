import type { Context } from 'hono';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { DraftBody } from '../../../schema/forms/draft.ts';
import { type DraftStep, draftSteps } from '../../../views/paths/provider.ts';
import { paths } from '../../../views/paths.ts';
import type { Suggestion } from '../../../views/ui/combobox.tsx';
import { answer, statusOf } from '../../answer.ts';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { draftById } from '../../queries/draft-by-id.ts';
import { arriveAt } from '../../render.tsx';
import { refusalErrors } from '../form-errors.ts';
import { askFacility } from './ask-facility.ts';
import { type FacilityDesk, openDesk } from './desk.ts';
import { type DraftSent, readDraftSent, withStep } from './draft-input.ts';
import { type DraftSaid, draftPage } from './draft-page.tsx';
import { type Draft, openDraft } from './draft-view.ts';
import { refuseToLeaveFiles } from './files-of-draft.ts';
import { diagnosisChoices, serviceChoices } from './search.tsx';

const gone = refuse('not_found', 'This draft was submitted or discarded, or belongs to someone else.');
const tooLong = refuse('invalid', 'This is longer than a draft may be. Shorten what was entered.');

const stepAsked = (c: Context<AppEnv>) => draftSteps.find((step) => step === c.req.param('step'));

/** A draft that is still being entered. */
async function draftToEnter({ db }: FacilityDesk, id: string): Promise<Draft | null> {
  const draft = await draftById(db, id);
  return draft === null || draft.claimNumber !== null ? null : draft;
}

/** Answers with a step of the draft as it is saved now. */
export async function showDraft(c: Context<AppEnv>, id: string, step: DraftStep): Promise<Response> {
  const desk = await openDesk(c);
  const draft = await draftToEnter(desk, id);
  if (draft === null) return answer(c, gone);
  return draftPage(c, desk, step, await openDraft(c, desk, draft, draft.body));
}

/** `GET /provider/drafts/<draft>/<step>`. */
export async function showDraftStep(c: Context<AppEnv>): Promise<Response> {
  const step = stepAsked(c);
  return step === undefined ? answer(c, gone) : showDraft(c, c.req.param('draft') ?? '', step);
}

/** Saves; a save that finds exactly this there already has happened, whoever says otherwise. */
async function save(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  draft: Draft,
  sent: DraftSent,
  body: DraftBody,
): Promise<{ draft: Draft; refusal: Refusal | null }> {
  const input = { draftId: draft.id, version: sent.version, body };
  const answered = await askFacility(c, freshId(), { type: 'SaveDraft', input });
  if (!isRefusal(answered))
    return { draft: { ...draft, version: answered.outcome.version, body }, refusal: null };
  const now = (await draftById(desk.db, draft.id)) ?? draft;
  const same = JSON.stringify(now.body) === JSON.stringify(body);
  return { draft: now, refusal: answered.code === 'stale' && same ? null : answered };
}

/** To whoever goes on typing: which version is theirs now, or why nothing was saved. */
function answerAutosave(c: Context<AppEnv>, draft: Draft, refusal: Refusal | null): Response {
  if (refusal !== null) return c.text(refusal.message, statusOf(refusal));
  c.header('x-draft-version', String(draft.version));
  return c.body(null, 204);
}

async function searched(
  c: Context<AppEnv>,
  body: DraftBody,
  field: string,
): Promise<{ field: string; choices: Suggestion[] }> {
  const [list, index, part] = field.split('.');
  if (list === 'lines' && part === 'service')
    return {
      field,
      choices: await serviceChoices(c, body.tenantId, body.lines[Number(index)]?.service ?? ''),
    };
  return { field, choices: await diagnosisChoices(c, body.diagnoses[Number(index)]?.code ?? '') };
}

/** `POST /provider/drafts/<draft>/<step>`: saves what was typed, and does what the pressed button says. */
export async function saveDraftStep(c: Context<AppEnv>): Promise<Response> {
  const asked = stepAsked(c);
  const step = asked === 'review' ? undefined : asked;
  const [desk, sent] = await Promise.all([openDesk(c), readDraftSent(c)]);
  const found = await draftToEnter(desk, c.req.param('draft') ?? '');
  if (step === undefined || found === null) return answer(c, gone);
  const body = withStep(found.body, step, sent);
  if (body === null) return answer(c, tooLong);
  const staying = await refuseToLeaveFiles(c, desk, found, body.tenantId);
  const { draft, refusal } = staying
    ? { draft: found, refusal: staying }
    : await save(c, desk, found, sent, body);
  if (sent.autosave) return answerAutosave(c, draft, refusal);
  const { action } = sent;
  if (refusal === null && action.kind === 'go' && action.step !== step) {
    const { step: next } = action;
    return arriveAt(c, paths.provider.draft(draft.id, next), () => showDraft(c, draft.id, next));
  }
  const said: DraftSaid = action.kind === 'search' ? { found: await searched(c, body, action.field) } : {};
  if (refusal !== null && refusal.code !== 'stale') said.errors = refusalErrors(refusal);
  if (refusal?.code === 'stale') said.conflict = { at: draft.savedAt };
  const opened = await openDraft(c, desk, draft, body);
  return draftPage(c, desk, step, opened, said, refusal === null ? 200 : statusOf(refusal));
}
