import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { type DraftBody, draftBodyForm } from '../../../../schema/forms/draft.ts';
import { EntryPage } from '../../../../views/hmo/entry/entry-page.tsx';
import type { EntryView } from '../../../../views/provider/draft-view.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { statusOf } from '../../../answer.ts';
import { command, freshId, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { linkedFacilities } from '../../../queries/linked-facilities.ts';
import { leaveFor, render } from '../../../render.tsx';
import { refusalErrors } from '../../form-errors.ts';
import { commandIdOf, type DraftSent, readDraftSent, wholeOf } from '../../provider/draft-input.ts';
import { openDesk, type StaffDesk } from '../desk.ts';
import { diagnosisChoices, serviceChoices } from '../search.tsx';
import { staffView } from '../staff-view.tsx';
import { claimOfEntry, dayOf, type Known, knownOf } from './read-entry.ts';

/** A network larger than this is not listed: the facility is typed. */
const listed_max = 200;

type Status = Parameters<typeof render>[2];
interface Said {
  errors?: FormErrors;
  found?: EntryView['found'];
}

/** Whom member id and birth date mean, with the verdict of cover on the day; undefined: not enough was typed. */
export async function whoIsMeant(
  c: Context<AppEnv>,
  desk: StaffDesk,
  body: DraftBody,
  { enrolleeName }: Known,
) {
  if (body.memberId === '' || body.birthDate === '') return undefined;
  if (enrolleeName === null) return null;
  const answered = await tenantActor(c).eligibility({
    principal: c.var.principal,
    memberId: body.memberId.trim().toUpperCase(),
    on: dayOf(body, desk),
  });
  if (isRefusal(answered)) return { name: enrolleeName, verdict: null };
  const { eligibility, planName, primaryFacilityName } = answered;
  const { cover, atPrimary } = eligibility;
  return { name: enrolleeName, verdict: { cover, planName, primaryFacilityName, atPrimary } };
}

/** What adjudication would say of it, line by line, as far as it is whole. */
async function judgedNow(c: Context<AppEnv>, desk: StaffDesk, body: DraftBody, known: Known) {
  const { claim } = claimOfEntry(desk, body, known);
  if (claim === undefined) return null;
  const ran = await tenantActor(c).dryRun({ principal: c.var.principal, input: claim });
  return isRefusal(ran) ? null : ran;
}

async function entryPage(
  c: Context<AppEnv>,
  desk: StaffDesk,
  body: DraftBody,
  { errors = {}, found = null }: Said = {},
  status?: Status,
): Promise<Response> {
  const { db, slug, settings, to } = desk;
  const [known, facilities] = await Promise.all([
    knownOf(c, desk, body),
    linkedFacilities(db, listed_max + 1),
  ]);
  const [judgement, who] = await Promise.all([
    judgedNow(c, desk, body, known),
    whoIsMeant(c, desk, body, known),
  ]);
  const lines = (judgement?.lines ?? []).map((judged, nth) => [nth, { judged, whole: true }] as const);
  const view: EntryView = {
    errors,
    found,
    meanings: known.meanings,
    prices: known.prices,
    currency: settings.currency,
    assessment: judgement === null ? null : { lines: Object.fromEntries(lines), judgement },
    search: {
      services: (of) => to.searchServices({ of }),
      diagnoses: (of) => to.searchDiagnoses({ of }),
    },
  };
  const shown = facilities.length > listed_max ? null : facilities;
  const content = (
    <EntryPage {...{ slug, body, view, who, judgement }} commandId={freshId()} facilities={shown} />
  );
  return render(c, staffView(c, desk, { title: 'Enter a claim', nav: 'claims' }, content), status);
}

/** `GET /<tenant>/claims/new`: a claim to be entered on a facility's behalf. */
export async function showNewClaim(c: Context<AppEnv>): Promise<Response> {
  return entryPage(c, await openDesk(c), draftBodyForm.parse({}));
}

async function searched(c: Context<AppEnv>, body: DraftBody, field: string): Promise<EntryView['found']> {
  const [list, index] = field.split('.');
  if (list === 'lines')
    return { field, choices: await serviceChoices(c, body.lines[Number(index)]?.service ?? '') };
  return { field, choices: await diagnosisChoices(c, body.diagnoses[Number(index)]?.code ?? '') };
}

async function file(c: Context<AppEnv>, desk: StaffDesk, sent: DraftSent, body: DraftBody) {
  const read = claimOfEntry(desk, body, await knownOf(c, desk, body));
  if (read.errors !== undefined) return entryPage(c, desk, body, { errors: read.errors }, 422);
  const what = { type: 'SubmitClaim' as const, input: read.claim };
  const answered = await executeOn(tenantActor(c), command(c, commandIdOf(sent), what));
  if (!isRefusal(answered)) return leaveFor(c, desk.to.claim(answered.outcome.number));
  return entryPage(c, desk, body, { errors: refusalErrors(answered) }, statusOf(answered));
}

/** `POST /<tenant>/claims/new`: files it, looks at what it comes to, or changes its rows. */
export async function enterClaim(c: Context<AppEnv>): Promise<Response> {
  const [desk, sent] = await Promise.all([openDesk(c), readDraftSent(c)]);
  const body = wholeOf(sent);
  if (body === null)
    return entryPage(c, desk, draftBodyForm.parse({}), { errors: { '': 'This is too long.' } }, 422);
  const { action } = sent;
  if (action.kind === 'search')
    return entryPage(c, desk, body, { found: await searched(c, body, action.field) });
  return sent.texts.get('go') === 'file' && action.kind === 'save'
    ? file(c, desk, sent, body)
    : entryPage(c, desk, body);
}
