import type { Context } from 'hono';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { answerDueAt } from '../../../schema/domain/claims/falling-due.ts';
import { possibleNow } from '../../../schema/domain/claims/life.ts';
import { correction_days_max } from '../../../schema/domain/claims/replacement.ts';
import { dateIn, daysBetween } from '../../../schema/domain/dates.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import { paths } from '../../../views/paths.ts';
import { FacilityClaimPage } from '../../../views/provider/claim-page.tsx';
import { facilityRowKey } from '../../../views/provider/claim-rows.tsx';
import type { ClaimSteps } from '../../../views/provider/claim-steps.tsx';
import type { DraftTenant, EntryView } from '../../../views/provider/draft-view.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { answer } from '../../answer.ts';
import { facilityFilesCard } from '../../attachments/files-card.tsx';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimByNumber } from '../../queries/claim-by-number.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { tenantReasonCodes } from '../../queries/reason-codes.ts';
import { tenantSettings } from '../../queries/tenant-settings.ts';
import { render } from '../../render.tsx';
import { backAddress } from '../back-address.ts';
import { withDiagnosisNames } from '../with-diagnosis-names.ts';
import { type AnswerTyped, answerEntry } from './answer-entry.ts';
import { type FacilityDesk, openDesk } from './desk.ts';
import { facilityView } from './facility-view.tsx';

/** What a refused step, or a form on its way, is shown again with. */
export interface ClaimSaid {
  typed?: AnswerTyped;
  errors?: FormErrors;
  found?: EntryView['found'];
  refusal?: string;
}
type Status = Parameters<typeof render>[2];

const nothing = refuse('not_found', 'There is no such claim of this facility.');
/** Answers that there is no such claim here. */
export const noSuchClaim = (c: Context<AppEnv>) => answer(c, nothing);

/** The claim that an address names, and its tenant; null: it is another facility's, or there is none. */
export async function claimNamed(
  c: Context<AppEnv>,
  { tenants }: FacilityDesk,
): Promise<{ tenant: DraftTenant; claim: Claim } | null> {
  const tenant = tenants.find(({ id }) => id === c.req.param('tenant'));
  if (tenant === undefined) return null;
  const db = tenantDatabase(c.env, tenant.id);
  const claim = await claimByNumber(db, c.req.param('number') ?? '', c.var.organisation.id);
  return claim === null ? null : { tenant, claim };
}

function stepsOf({ may, now }: FacilityDesk, { zone }: DraftTenant, claim: Claim): ClaimSteps {
  const possible = possibleNow(claim);
  const { decidedAt } = claim;
  const inTime =
    decidedAt !== null && daysBetween(dateIn(zone, decidedAt), dateIn(zone, now)) <= correction_days_max;
  const withdraws = possible.includes('withdraw') && may('facility.claim.withdraw');
  const replaces = possible.includes('replace') && inTime && may('facility.claim.draft');
  return { withdrawId: withdraws ? freshId() : null, replaceId: replaces ? freshId() : null };
}

/** Answers with the claim's page; a claim of another facility does not exist here. */
export async function showClaimAt(
  c: Context<AppEnv>,
  said: ClaimSaid = {},
  status?: Status,
): Promise<Response> {
  const desk = await openDesk(c);
  const named = await claimNamed(c, desk);
  if (named === null) return noSuchClaim(c);
  const { tenant } = named;
  const db = tenantDatabase(c.env, tenant.id);
  const [reasons, claim, settings] = await Promise.all([
    tenantReasonCodes(db),
    withDiagnosisNames(c.env, named.claim),
    tenantSettings(db),
  ]);
  const { number, state, queriedAt } = claim;
  const answers = state === 'QUERIED' && desk.may('facility.claim.answer');
  const content = (
    <FacilityClaimPage
      {...{ tenant, claim }}
      reasonNames={Object.fromEntries(reasons.map((reason) => [reason.code, reason.name]))}
      answer={answers ? await answerEntry(c, tenant, claim, said) : null}
      answerUntil={queriedAt === null ? null : answerDueAt(tenant.zone, queriedAt)}
      steps={stepsOf(desk, tenant, claim)}
      back={backAddress(c, paths.provider.claims())}
      files={facilityFilesCard(c, {
        ...{ claim, settings, zone: tenant.zone, tenantId: tenant.id },
        may: { look: true, add: desk.may('facility.claim.answer') },
      })}
      {...(said.refusal === undefined ? {} : { refusal: said.refusal })}
    />
  );
  const see = [`claim:${facilityRowKey({ tenantId: tenant.id, number })}`];
  return render(
    c,
    facilityView(c, desk, { title: number, nav: 'claims', see, seq: desk.seq }, content),
    status,
  );
}

/** `GET /provider/claims/<tenant>/<number>`. */
export const showClaim = (c: Context<AppEnv>): Promise<Response> => showClaimAt(c);
