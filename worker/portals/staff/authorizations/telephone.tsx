import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { dateIn, localTime } from '../../../../schema/domain/dates.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { draftBodyForm } from '../../../../schema/forms/draft.ts';
import type { RequestEntry } from '../../../../views/authorizations/request-entry.ts';
import { TelephonePage } from '../../../../views/hmo/authorizations/telephone-page.tsx';
import type { DraftAssessment, EntryView } from '../../../../views/provider/draft-view.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { statusOf } from '../../../answer.ts';
import { command, freshId, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { linkedFacilities } from '../../../queries/linked-facilities.ts';
import { leaveFor, render, renderPiece } from '../../../render.tsx';
import { refusalErrors } from '../../form-errors.ts';
import { assessDraft } from '../../provider/assess-draft.ts';
import { unknownNames } from '../../provider/draft-claim.ts';
import { commandIdOf, readDraftSent } from '../../provider/draft-input.ts';
import { blankTyped, byRequestRows, readRequestEntry, requestOf } from '../../read-request.ts';
import { RequestPieces } from '../../request-pieces.tsx';
import { openDesk, type StaffDesk } from '../desk.ts';
import { whoIsMeant } from '../entry/new-claim.tsx';
import { type Known, knownOf } from '../entry/read-entry.ts';
import { diagnosisChoices, serviceChoices } from '../search.tsx';
import { staffView } from '../staff-view.tsx';

/** A network larger than this is not listed: the facility is typed. */
const listed_max = 200;

type Status = Parameters<typeof render>[2];
interface Said {
  errors?: FormErrors;
  found?: EntryView['found'];
}

/** A request before anything is typed: somebody rings now. */
function blankEntry({ zone, now }: StaffDesk): RequestEntry {
  const today = dateIn(zone, now);
  const typed = { ...blankTyped(today), calledAt: localTime(zone, now).slice(0, 16) };
  return { body: draftBodyForm.parse({ startedAt: `${today}T12:00` }), typed };
}

/** What was entered, as far as it makes a request. */
function read({ settings, zone, slug }: StaffDesk, entry: RequestEntry, known: Known) {
  const tenant = { id: slug, name: settings.name, currency: settings.currency, zone };
  const { diagnoses, services, enrolleeName, facility } = known;
  const named = { tenant, enrolleeAgrees: enrolleeName !== null, diagnoses, services };
  const unknown = {
    ...(facility === null ? { tenantId: 'Choose the facility.' } : {}),
    ...unknownNames(entry.body, named),
  };
  const facilityId = facility === null ? {} : { facilityId: facility.id };
  return requestOf(entry, { currency: settings.currency, zone, unknown, ...facilityId });
}

/** What the engine would say of it now, line by line, as far as it is typed. */
async function assessed(
  c: Context<AppEnv>,
  { settings, zone }: StaffDesk,
  { body }: RequestEntry,
  { facility, services, prices, enrolleeName }: Known,
): Promise<DraftAssessment | null> {
  if (facility === null) return null;
  const tenant = { id: c.var.organisation.id, name: settings.name, currency: settings.currency, zone };
  const opened = { view: { body, tenant, prices }, known: { services }, enrolleeName };
  return assessDraft(c, opened, { asksForPermission: true, facilityId: facility.id });
}

async function telephonePage(
  c: Context<AppEnv>,
  desk: StaffDesk,
  entry: RequestEntry,
  { errors = {}, found = null }: Said = {},
  status?: Status,
): Promise<Response> {
  const { db, slug, settings, to } = desk;
  const [known, facilities] = await Promise.all([
    knownOf(c, desk, entry.body),
    linkedFacilities(db, listed_max + 1),
  ]);
  const [assessment, who] = await Promise.all([
    assessed(c, desk, entry, known),
    whoIsMeant(c, desk, entry.body, known),
  ]);
  const { meanings, prices } = known;
  const view: EntryView = {
    ...{ errors, found, meanings, prices, assessment },
    currency: settings.currency,
    search: {
      services: (of) => to.searchServices({ of }),
      diagnoses: (of) => to.searchDiagnoses({ of }),
    },
  };
  const content = (
    <TelephonePage
      {...{ slug, entry, view, who }}
      commandId={freshId()}
      facilities={facilities.length > listed_max ? null : facilities}
      afterwardsHours={settings.authorizations.afterwardsHours}
    />
  );
  const page = { title: 'Enter a request', nav: 'authorizations' };
  return render(c, staffView(c, desk, page, content), status);
}

/** `GET /<tenant>/authorizations/new`. */
export async function showTelephone(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  return telephonePage(c, desk, blankEntry(desk));
}

async function searched(
  c: Context<AppEnv>,
  { body }: RequestEntry,
  field: string,
): Promise<EntryView['found']> {
  const [list, index, part] = field.split('.');
  const isService = list === 'lines' && part === 'service';
  const typed = isService ? body.lines[Number(index)]?.service : body.diagnoses[Number(index)]?.code;
  const choices = isService ? await serviceChoices(c, typed ?? '') : await diagnosisChoices(c, typed ?? '');
  return { field, choices };
}

async function readSent(c: Context<AppEnv>) {
  const [desk, sent] = await Promise.all([openDesk(c), readDraftSent(c)]);
  const entry = readRequestEntry(sent, dateIn(desk.zone, desk.now)) ?? blankEntry(desk);
  return { desk, sent, entry };
}

/** `POST /<tenant>/authorizations/new`: files it, looks at what it comes to, or changes its rows. */
export async function fileByTelephone(c: Context<AppEnv>): Promise<Response> {
  const { desk, sent, entry } = await readSent(c);
  const { action } = sent;
  if (action.kind === 'search')
    return telephonePage(c, desk, entry, { found: await searched(c, entry, action.field) });
  if (sent.texts.get('go') !== 'file' || action.kind !== 'save') return telephonePage(c, desk, entry);
  const asked = read(desk, entry, await knownOf(c, desk, entry.body));
  if (asked.errors !== undefined) return telephonePage(c, desk, entry, { errors: asked.errors }, 422);
  const what = { type: 'RequestAuthorization' as const, input: asked.input };
  const answered = await executeOn(tenantActor(c), command(c, commandIdOf(sent), what));
  if (!isRefusal(answered)) return leaveFor(c, desk.to.authorization(answered.outcome.number));
  const errors = byRequestRows(refusalErrors(answered), entry.body);
  return telephonePage(c, desk, entry, { errors }, statusOf(answered));
}

/** `POST …/new/assessment`: pieces for the page that is being typed into; nothing is kept of what was sent. */
export async function assessByTelephone(c: Context<AppEnv>): Promise<Response> {
  const { desk, sent, entry } = await readSent(c);
  const known = await knownOf(c, desk, entry.body);
  const [assessment, who] = await Promise.all([
    assessed(c, desk, entry, known),
    whoIsMeant(c, desk, entry.body, known),
  ]);
  const { currency } = desk.settings;
  return renderPiece(c, <RequestPieces {...{ sent, who, assessment, currency }} />);
}
