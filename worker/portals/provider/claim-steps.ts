import type { Context } from 'hono';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { replaceableLines } from '../../../schema/domain/claims/replacement.ts';
import { localTime } from '../../../schema/domain/dates.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { type DraftBody, draftBodyForm } from '../../../schema/forms/draft.ts';
import { paths } from '../../../views/paths.ts';
import type { DraftTenant } from '../../../views/provider/draft-view.ts';
import { answer, statusOf } from '../../answer.ts';
import { readForm } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { enrolleeById } from '../../queries/enrollee-by-id.ts';
import { arriveAt } from '../../render.tsx';
import { askFacility, askTenant } from './ask-facility.ts';
import { claimNamed, noSuchClaim, showClaimAt } from './claim.tsx';
import { openDesk } from './desk.ts';
import { showDraft } from './draft-step.ts';

/** `POST …/withdrawals`: the facility takes its claim back. */
export async function withdrawClaim(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const { tenant = '', number = '' } = c.req.param();
  const input = { number };
  const answered = await askTenant(c, tenant, form.commandId, { type: 'WithdrawClaim', input });
  if (!isRefusal(answered)) return arriveAt(c, paths.provider.claim(tenant, number), () => showClaimAt(c));
  if (answered.code === 'not_found') return noSuchClaim(c);
  return showClaimAt(c, { refusal: answered.message }, statusOf(answered));
}

/** A draft of the claim that corrects this one: all that was said, and the lines that were refused. */
function draftOf(claim: Claim, { id, zone }: DraftTenant, birthDate: string): DraftBody {
  const wall = (at: number) => localTime(zone, at).slice(0, 16);
  return draftBodyForm.parse({
    tenantId: id,
    memberId: claim.memberId,
    birthDate,
    encounterType: claim.encounterType,
    startedAt: wall(claim.startedAt),
    endedAt: claim.endedAt === claim.startedAt ? '' : wall(claim.endedAt),
    practitionerName: claim.practitionerName,
    practitionerLicence: claim.practitionerLicence ?? '',
    referral: claim.referral ?? '',
    otherPayer: claim.otherPayer ?? '',
    accident: claim.accident,
    diagnoses: claim.diagnoses.map(({ code }) => ({ code })),
    lines: replaceableLines(claim).map(({ service, quantity, unitPrice, serviceDate, authorization }) => ({
      service,
      quantity: String(quantity),
      unitPrice: formatMoney(unitPrice, claim.currency),
      serviceDate: serviceDate === claim.serviceDate ? '' : serviceDate,
      ...(authorization === null ? {} : { authorization }),
    })),
    replaces: claim.number,
  });
}

/** `POST …/replacements`: begins the draft of a claim that corrects this one. Its id is the command's: pressing twice begins one. */
export async function replaceClaim(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const named = await claimNamed(c, await openDesk(c));
  if (named === null) return noSuchClaim(c);
  const { claim, tenant } = named;
  // Whoever filed it here gave the birth date; whoever filed by name is not told it.
  const filedHere = claim.draftId !== null;
  const person = filedHere ? await enrolleeById(tenantDatabase(c.env, tenant.id), claim.enrolleeId) : null;
  const draftId = form.commandId.slice(0, 40);
  const input = { draftId, version: 0, body: draftOf(claim, tenant, person?.birthDate ?? '') };
  const answered = await askFacility(c, form.commandId, { type: 'SaveDraft', input });
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, paths.provider.draft(draftId, 'patient'), () => showDraft(c, draftId, 'patient'));
}
