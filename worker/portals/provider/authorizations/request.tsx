import type { Context } from 'hono';
import { attachmentOf, placeKey } from '../../../../schema/domain/attachments/stored-file.ts';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import { forFacility } from '../../../../schema/domain/authorizations/for-facility.ts';
import { possibleNow } from '../../../../schema/domain/authorizations/life.ts';
import { defaultAuthorizations } from '../../../../schema/domain/authorizations/settings.ts';
import { addDays, dateIn } from '../../../../schema/domain/dates.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { paths } from '../../../../views/paths.ts';
import type { WrittenEntry } from '../../../../views/provider/authorizations/answer-card.tsx';
import { AppealCard } from '../../../../views/provider/authorizations/appeal-card.tsx';
import { FacilityRequestPage } from '../../../../views/provider/authorizations/request-page.tsx';
import { requestRowKey } from '../../../../views/provider/authorizations/request-rows.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { facilityRequestFilesCard, requestFilesCard } from '../../../attachments/files-card.tsx';
import { freshId } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { authorizationByNumber } from '../../../queries/authorization-by-number.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { tenantReasonCodes } from '../../../queries/reason-codes.ts';
import { filesAtPlace } from '../../../queries/stored-files.ts';
import { tenantSettings } from '../../../queries/tenant-settings.ts';
import { render } from '../../../render.tsx';
import { backAddress } from '../../back-address.ts';
import { clockOf } from '../../clock-of.ts';
import { withDiagnosisNames } from '../../with-diagnosis-names.ts';
import { type FacilityDesk, openDesk } from '../desk.ts';
import { facilityView } from '../facility-view.tsx';

type Status = Parameters<typeof render>[2];

/** Which request, and what a refused step of it is shown again with. */
export interface RequestAt {
  tenantId: string;
  number: string;
  /** it was sent just now */
  sent?: boolean;
  answering?: { text: string; errors: FormErrors };
  appealing?: { text: string; errors: FormErrors };
  discharging?: { dischargedOn: string; errors: FormErrors };
  refusal?: string;
}

const nothing = refuse('not_found', 'There is no such request of this facility.');
/** Answers that there is no such request here. */
export const noSuchRequest = (c: Context<AppEnv>) => answer(c, nothing);

/** By what the files of an answer or an appeal are found until it is sent: a later one has others. */
export const filesIdOf = ({ number, version }: Pick<Authorization, 'number' | 'version'>): string =>
  `${number}-v${version}`;

/** The request that is meant, and its tenant; null: it is another facility's, or there is none. */
async function requestNamed(c: Context<AppEnv>, { tenants }: FacilityDesk, { tenantId, number }: RequestAt) {
  const tenant = tenants.find(({ id }) => id === tenantId);
  if (tenant === undefined) return null;
  const db = tenantDatabase(c.env, tenant.id);
  const found = await authorizationByNumber(db, number, c.var.organisation.id);
  return found === null ? null : { tenant, db, authorization: forFacility(found) };
}

type Named = NonNullable<Awaited<ReturnType<typeof requestNamed>>>;

/** What an answer is written with: its words, and the files that go with it. */
async function writtenEntry(
  c: Context<AppEnv>,
  { tenant, db, authorization }: Named,
  { text = '', errors = {} }: { text?: string; errors?: FormErrors } = {},
): Promise<WrittenEntry> {
  const id = filesIdOf(authorization);
  const place = placeKey({ kind: 'draft', facilityId: c.var.organisation.id, draftId: id });
  const [files, settings] = await Promise.all([filesAtPlace(db, place, Date.now()), tenantSettings(db)]);
  const card = requestFilesCard(c, {
    ...{ id, settings },
    tenantId: tenant.id,
    zone: tenant.zone,
    files: files.flatMap(attachmentOf),
    wanted: authorization.wanted,
  });
  return { commandId: freshId(), text, errors, files: card };
}

function mayCancel({ may }: FacilityDesk, authorization: Authorization): boolean {
  return may('facility.authorization.request') && possibleNow(authorization).includes('cancel');
}

/** Where a decision can be appealed, and until when; nothing where it cannot. */
async function appealCard(c: Context<AppEnv>, desk: FacilityDesk, named: Named, said: RequestAt) {
  const { tenant, db, authorization } = named;
  const { decidedAt, number } = authorization;
  if (decidedAt === null || !desk.may('facility.authorization.appeal')) return null;
  if (!possibleNow(authorization).includes('appeal')) return null;
  const { appealDays } = (await tenantSettings(db))?.authorizations ?? defaultAuthorizations;
  const until = addDays(dateIn(tenant.zone, decidedAt), appealDays);
  if (dateIn(tenant.zone, desk.now) > until) return null;
  const entry = await writtenEntry(c, named, said.appealing);
  return <AppealCard {...{ number, until, entry }} tenantId={tenant.id} />;
}

/** The discharge that is still to be recorded. */
function dischargeEntry({ may }: FacilityDesk, { authorization }: Named, { discharging }: RequestAt) {
  if (!may('facility.authorization.request') || !possibleNow(authorization).includes('discharge'))
    return null;
  const { dischargedOn = '', errors = {} } = discharging ?? {};
  return { commandId: freshId(), version: authorization.version, dischargedOn, errors };
}

async function requestContent(c: Context<AppEnv>, desk: FacilityDesk, named: Named, said: RequestAt) {
  const { tenant, db } = named;
  const [authorization, reasons] = await Promise.all([
    withDiagnosisNames(c.env, named.authorization),
    tenantReasonCodes(db),
  ]);
  const answers = authorization.state === 'QUERIED' && desk.may('facility.authorization.request');
  const { refusal, answering, sent = false } = said;
  return (
    <FacilityRequestPage
      {...{ tenant, authorization, sent }}
      now={desk.now}
      clock={clockOf(authorization)}
      reasonNames={Object.fromEntries(reasons.map(({ code, name }) => [code, name]))}
      answer={answers ? await writtenEntry(c, named, answering) : null}
      files={facilityRequestFilesCard(c, { authorization, zone: tenant.zone, tenantId: tenant.id })}
      appeal={await appealCard(c, desk, named, said)}
      discharge={dischargeEntry(desk, named, said)}
      cancelId={mayCancel(desk, authorization) ? freshId() : null}
      claimId={desk.may('facility.claim.draft') ? freshId() : null}
      back={backAddress(c, paths.provider.authorizations())}
      {...(refusal === undefined ? {} : { refusal })}
    />
  );
}

/** Answers with a request's page; a request of another facility does not exist here. */
export async function showRequestAt(c: Context<AppEnv>, at: RequestAt, status?: Status): Promise<Response> {
  const desk = await openDesk(c);
  const named = await requestNamed(c, desk, at);
  if (named === null) return noSuchRequest(c);
  const content = await requestContent(c, desk, named, at);
  const { number } = named.authorization;
  const see = [`authorization:${requestRowKey({ tenantId: named.tenant.id, number })}`];
  const page = { title: number, nav: 'authorizations', see, seq: desk.seq };
  return render(c, facilityView(c, desk, page, content), status);
}

/** `GET /provider/authorizations/<tenant>/<number>`. */
export function showRequest(c: Context<AppEnv>): Promise<Response> {
  const { tenant = '', number = '' } = c.req.param();
  return showRequestAt(c, { tenantId: tenant, number, sent: c.req.query('sent') !== undefined });
}
