import type { Context } from 'hono';
import { localTime } from '../../../../schema/domain/dates.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import { draftBodyForm } from '../../../../schema/forms/draft.ts';
import { paths } from '../../../../views/paths.ts';
import { VisitPage } from '../../../../views/provider/check-in/visit-page.tsx';
import { answer } from '../../../answer.ts';
import { freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { enrolleeById } from '../../../queries/enrollee-by-id.ts';
import { visitByNumber } from '../../../queries/visit-by-number.ts';
import { arriveAt, render } from '../../../render.tsx';
import { askFacility } from '../ask-facility.ts';
import { type FacilityDesk, openDesk } from '../desk.ts';
import { showDraft } from '../draft-step.ts';
import { facilityView } from '../facility-view.tsx';

const nothing = refuse('not_found', 'There is no such visit here.');

/** The visit, if it was at this facility, with the insurer whose member came. */
async function visitNamed(c: Context<AppEnv>, desk: FacilityDesk, tenantId: string, number: string) {
  const tenant = desk.tenants.find(({ id }) => id === tenantId);
  const visit = tenant && (await visitByNumber(tenantDatabase(c.env, tenantId), number));
  return tenant && visit?.facilityId === c.var.organisation.id ? { tenant, visit } : null;
}

/** Answers with a visit's page. */
export async function showVisitAt(c: Context<AppEnv>, tenantId: string, number: string): Promise<Response> {
  const desk = await openDesk(c);
  const named = await visitNamed(c, desk, tenantId, number);
  if (!named) return answer(c, nothing);
  const { tenant, visit } = named;
  const person = await enrolleeById(tenantDatabase(c.env, tenantId), visit.enrolleeId);
  const asked = person && {
    principal: c.var.principal,
    facilityId: visit.facilityId,
    memberId: visit.memberId,
    birthDate: person.birthDate,
    on: visit.date,
  };
  const eligibility = asked && (await tenantActor(c, tenantId).eligibility(asked));
  const shown = eligibility && !isRefusal(eligibility) ? eligibility : null;
  const may = { claim: desk.may('facility.claim.draft'), ask: desk.may('facility.authorization.request') };
  const content = <VisitPage {...{ visit, tenant, shown, may }} commandId={freshId()} />;
  return render(
    c,
    facilityView(c, desk, { title: `Visit of ${visit.enrolleeName}`, nav: 'check-in' }, content),
  );
}

/** `GET /provider/check-in/<tenant>/<visit>`. */
export const showVisit = (c: Context<AppEnv>): Promise<Response> =>
  showVisitAt(c, c.req.param('tenant') ?? '', c.req.param('number') ?? '');

/** `POST …/claims`: begins a claim for the visit, with all filled in that is known. Its id is the command's. */
export async function claimForVisit(c: Context<AppEnv>): Promise<Response> {
  const [desk, form] = await Promise.all([openDesk(c), readForm(c)]);
  const { tenant: tenantId = '', number = '' } = c.req.param();
  const named = await visitNamed(c, desk, tenantId, number);
  if (!named) return answer(c, nothing);
  const { tenant, visit } = named;
  const person = await enrolleeById(tenantDatabase(c.env, tenantId), visit.enrolleeId);
  const draftId = form.commandId.slice(0, 40);
  const body = draftBodyForm.parse({
    tenantId,
    memberId: visit.memberId,
    birthDate: person?.birthDate ?? '',
    encounterType: 'outpatient',
    startedAt: localTime(tenant.zone, visit.at).slice(0, 16),
  });
  const answered = await askFacility(c, form.commandId, {
    type: 'SaveDraft',
    input: { draftId, version: 0, body },
  });
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, paths.provider.draft(draftId, 'patient'), () => showDraft(c, draftId, 'patient'));
}
