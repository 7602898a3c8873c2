import type { Context } from 'hono';
import { localTime } from '../../../schema/domain/dates.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { type DraftBody, draftBodyForm } from '../../../schema/forms/draft.ts';
import { paths } from '../../../views/paths.ts';
import type { DraftTenant } from '../../../views/provider/draft-view.ts';
import { DraftsPage } from '../../../views/provider/drafts-page.tsx';
import { answer } from '../../answer.ts';
import { freshId, readForm, type SentForm } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { authorizationByNumber } from '../../queries/authorization-by-number.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { draftById } from '../../queries/draft-by-id.ts';
import { enrolleeById } from '../../queries/enrollee-by-id.ts';
import { arriveAt, render } from '../../render.tsx';
import { askFacility } from './ask-facility.ts';
import { openDesk } from './desk.ts';
import { draftOfRequest } from './draft-of-request.ts';
import { draftRows } from './draft-rows.ts';
import { showDraft } from './draft-step.ts';
import { facilityView } from './facility-view.tsx';
import { removeFilesOfDraft } from './files-of-draft.ts';

const shownMax = 200;

/** `GET /provider/drafts`: what is still being entered. */
export async function showDrafts(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const drafts = await draftRows(desk, shownMax);
  const discardIds = Object.fromEntries(drafts.map(({ id }) => [id, freshId()]));
  const content = <DraftsPage {...{ drafts, discardIds }} zone={desk.zone} newId={freshId()} />;
  return render(c, facilityView(c, desk, { title: 'Drafts', nav: 'drafts' }, content));
}

/** What a draft starts with: the only HMO there is, or whom an eligibility answer was about. */
function startOf(form: SentForm, tenants: readonly DraftTenant[]): Partial<DraftBody> {
  const asked = tenants.find(({ id }) => id === form.get('tenantId'));
  const tenant = asked ?? (tenants.length === 1 ? tenants[0] : undefined);
  if (tenant === undefined) return {};
  const [memberId, birthDate, on] = [form.get('memberId'), form.get('birthDate'), form.get('on')];
  const now = localTime(tenant.zone, Date.now()).slice(0, 16);
  return {
    tenantId: tenant.id,
    ...(asked === undefined
      ? {}
      : {
          memberId: memberId.slice(0, 60),
          birthDate: birthDate.slice(0, 20),
          // Today's visit began about now; when another day's did is not known.
          startedAt: now.startsWith(on) && on !== '' ? now : '',
        }),
  };
}

/** What a draft for a request that was granted starts with; null: none is meant, or it is not this facility's. */
async function startOfRequest(
  c: Context<AppEnv>,
  form: SentForm,
  tenants: readonly DraftTenant[],
): Promise<Partial<DraftBody> | null> {
  const tenant = tenants.find(({ id }) => id === form.get('tenantId'));
  const number = form.get('authorization');
  if (!tenant || number === '') return null;
  const db = tenantDatabase(c.env, tenant.id);
  const found = await authorizationByNumber(db, number, c.var.organisation.id);
  const person = found && (await enrolleeById(db, found.enrolleeId));
  return found && draftOfRequest(found, tenant, person?.birthDate ?? '');
}

/** `POST /provider/drafts`: begins one. Its id is the command's, so that pressing twice begins one. */
export async function beginDraft(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const { tenants } = await openDesk(c);
  const draftId = form.commandId.slice(0, 40);
  const start = (await startOfRequest(c, form, tenants)) ?? startOf(form, tenants);
  const input = { draftId, version: 0, body: draftBodyForm.parse(start) };
  const answered = await askFacility(c, form.commandId, { type: 'SaveDraft', input });
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, paths.provider.draft(draftId, 'patient'), () => showDraft(c, draftId, 'patient'));
}

/** `POST …/discard`: throws a draft away. */
export async function discardDraft(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const input = { draftId: c.req.param('draft') ?? '' };
  const desk = await openDesk(c);
  const draft = await draftById(desk.db, input.draftId);
  const answered = await askFacility(c, form.commandId, { type: 'DiscardDraft', input });
  if (isRefusal(answered)) return answer(c, answered);
  if (draft) await removeFilesOfDraft(c, desk, draft);
  return arriveAt(c, paths.provider.drafts(), () => showDrafts(c));
}
