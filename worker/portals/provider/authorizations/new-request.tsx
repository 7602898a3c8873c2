import type { Context } from 'hono';
import { attachmentOf, placeKey } from '../../../../schema/domain/attachments/stored-file.ts';
import { defaultAuthorizations } from '../../../../schema/domain/authorizations/settings.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { paths } from '../../../../views/paths.ts';
import { NewRequestPage, RequestFiles } from '../../../../views/provider/authorizations/new-request-page.tsx';
import type { EntryView } from '../../../../views/provider/draft-view.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { Piece } from '../../../../views/ui/frame.tsx';
import { statusOf } from '../../../answer.ts';
import { requestFilesCard } from '../../../attachments/files-card.tsx';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { filesAtPlace } from '../../../queries/stored-files.ts';
import { tenantSettings } from '../../../queries/tenant-settings.ts';
import { arriveAt, render, renderPiece } from '../../../render.tsx';
import { refusalErrors } from '../../form-errors.ts';
import { byRequestRows, readRequestEntry, requestOf } from '../../read-request.ts';
import { RequestPieces } from '../../request-pieces.tsx';
import { askTenant } from '../ask-facility.ts';
import { assessDraft, whoIsMeant } from '../assess-draft.ts';
import { type FacilityDesk, openDesk } from '../desk.ts';
import { commandIdOf, type DraftSent, readDraftSent } from '../draft-input.ts';
import { facilityView } from '../facility-view.tsx';
import { diagnosisChoices, serviceChoices } from '../search.tsx';
import { blankRequest, knownOfRequest, type OpenRequest, openRequest, requestIdOf } from './open-request.ts';
import { showRequestAt } from './request.tsx';
import { requestForVisit } from './request-for-visit.ts';

type Status = Parameters<typeof render>[2];
interface Said {
  errors?: FormErrors;
  found?: EntryView['found'];
}

/** The files that were added for a request on its way, in the records of its HMO. */
async function filesOf(c: Context<AppEnv>, { id, opened }: OpenRequest) {
  const { tenant } = opened.view;
  if (tenant === null) return null;
  const db = tenantDatabase(c.env, tenant.id);
  const place = placeKey({ kind: 'draft', facilityId: c.var.organisation.id, draftId: id });
  const [files, settings] = await Promise.all([filesAtPlace(db, place, Date.now()), tenantSettings(db)]);
  const shown = { id, tenantId: tenant.id, zone: tenant.zone, files: files.flatMap(attachmentOf), settings };
  return requestFilesCard(c, shown);
}

async function newRequestPage(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  request: OpenRequest,
  said: Said = {},
  status?: Status,
): Promise<Response> {
  const { entry, opened } = request;
  const { tenant } = opened.view;
  const [assessment, who, files, settings] = await Promise.all([
    assessDraft(c, opened, { asksForPermission: true }),
    whoIsMeant(c, opened),
    filesOf(c, request),
    tenant === null ? null : tenantSettings(tenantDatabase(c.env, tenant.id)),
  ]);
  const { afterwardsHours } = settings?.authorizations ?? defaultAuthorizations;
  const view = { ...opened.view, assessment, ...said };
  const content = <NewRequestPage {...{ view, entry, who, afterwardsHours, files }} />;
  const page = { title: 'Request authorization', nav: 'authorizations' };
  return render(c, facilityView(c, desk, page, content), status);
}

/** `GET /provider/authorizations/new`; with `visit` for whoever was checked in. */
export async function showNewRequest(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const entry = (await requestForVisit(c, desk, c.req.query('visit'))) ?? blankRequest(desk);
  return newRequestPage(c, desk, await openRequest(c, desk, requestIdOf(undefined), entry));
}

async function searched(
  c: Context<AppEnv>,
  { entry }: OpenRequest,
  field: string,
): Promise<EntryView['found']> {
  const { body } = entry;
  const [list, index, part] = field.split('.');
  const isService = list === 'lines' && part === 'service';
  const typed = isService ? body.lines[Number(index)]?.service : body.diagnoses[Number(index)]?.code;
  const choices = isService
    ? await serviceChoices(c, body.tenantId, typed ?? '')
    : await diagnosisChoices(c, typed ?? '');
  return { field, choices };
}

async function file(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  sent: DraftSent,
  request: OpenRequest,
): Promise<Response> {
  const read = requestOf(request.entry, knownOfRequest(request));
  if (read.errors !== undefined) return newRequestPage(c, desk, request, { errors: read.errors }, 422);
  const { tenantId } = request.entry.body;
  const what = { type: 'RequestAuthorization' as const, input: read.input };
  const answered = await askTenant(c, tenantId, commandIdOf(sent), what);
  if (isRefusal(answered)) {
    const errors = byRequestRows(refusalErrors(answered), request.entry.body);
    return newRequestPage(c, desk, request, { errors }, statusOf(answered));
  }
  const { number } = answered.outcome;
  const address = `${paths.provider.authorization(tenantId, number)}?sent=1`;
  return arriveAt(c, address, () => showRequestAt(c, { tenantId, number, sent: true }));
}

async function readSent(c: Context<AppEnv>, desk: FacilityDesk) {
  const sent = await readDraftSent(c);
  const entry = readRequestEntry(sent, dateIn(desk.zone, desk.now)) ?? blankRequest(desk);
  return { sent, request: await openRequest(c, desk, requestIdOf(sent.texts.get('request')), entry) };
}

/** `POST /provider/authorizations/new`: sends it, looks at what it comes to, or changes its rows. */
export async function sendRequest(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { sent, request } = await readSent(c, desk);
  const { action } = sent;
  if (action.kind === 'search')
    return newRequestPage(c, desk, request, { found: await searched(c, request, action.field) });
  return sent.texts.get('go') === 'file' && action.kind === 'save'
    ? file(c, desk, sent, request)
    : newRequestPage(c, desk, request);
}

/** `POST …/new/assessment`: pieces for the page that is being typed into; nothing is kept of what was sent. */
export async function assessRequest(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { sent, request } = await readSent(c, desk);
  const { opened } = request;
  const { tenant, currency } = opened.view;
  const [assessment, who] = await Promise.all([
    assessDraft(c, opened, { asksForPermission: true }),
    whoIsMeant(c, opened),
  ]);
  const isOther = tenant !== null && sent.texts.get('filesOf') !== tenant.id;
  return renderPiece(
    c,
    <RequestPieces {...{ sent, who, assessment, currency }}>
      {isOther ? (
        <Piece id="request-files">
          <RequestFiles tenantId={tenant.id}>{await filesOf(c, request)}</RequestFiles>
        </Piece>
      ) : null}
    </RequestPieces>,
  );
}
