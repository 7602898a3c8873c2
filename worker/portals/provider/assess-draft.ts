import type { Context } from 'hono';
import type { Judgement } from '../../../schema/domain/adjudication/judgement.ts';
import { isCalendarDate } from '../../../schema/domain/dates.ts';
import { parseMoney } from '../../../schema/domain/money.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import { assessClaimForm } from '../../../schema/forms/assess-claim.ts';
import type { DraftBody } from '../../../schema/forms/draft.ts';
import { authCode, type SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import { isBlank } from '../../../views/provider/draft-total.ts';
import type { AssessedLine, DraftAssessment } from '../../../views/provider/draft-view.ts';
import type { WhoShown } from '../../../views/provider/who-it-is.tsx';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { instantOf } from './draft-claim.ts';
import { dayOf, type OpenDraft } from './draft-view.ts';

interface LineInput {
  /** its place in the draft */
  index: number;
  /** quantity and price were both typed; otherwise one is judged, at the tariff's price */
  whole: boolean;
  input: {
    service: string;
    quantity: number;
    unitPrice: number;
    serviceDate?: string;
    authorization?: string;
  };
}

/** What is typed, and what is known of what it names: enough to be judged. */
export interface Assessed {
  view: Pick<OpenDraft['view'], 'body' | 'tenant' | 'prices'>;
  known: Pick<OpenDraft['known'], 'services'>;
  enrolleeName: string | null;
}

function lineInput(line: DraftBody['lines'][number], index: number, { view, known }: Assessed): LineInput[] {
  if (known.services[line.service] === undefined) return [];
  const typed = line.quantity.trim();
  const quantity = /^\d{1,4}$/.test(typed) && Number(typed) > 0 ? Number(typed) : null;
  const unitPrice = parseMoney(line.unitPrice);
  const date = isCalendarDate(line.serviceDate) ? { serviceDate: line.serviceDate } : {};
  const code = authCode.safeParse(line.authorization ?? '');
  return [
    {
      index,
      whole: quantity !== null && unitPrice !== null,
      input: {
        service: line.service,
        quantity: quantity ?? 1,
        unitPrice: unitPrice ?? view.prices[line.service]?.price ?? 0,
        ...date,
        ...(code.success ? { authorization: code.data } : {}),
      },
    },
  ];
}

/** The lines of a draft as they would be judged now, as far as they can be; null: nobody is named yet, or nothing can be. */
export async function assessDraft(
  c: Context<AppEnv>,
  opened: Assessed,
  { asksForPermission = false, facilityId }: { asksForPermission?: boolean; facilityId?: string } = {},
): Promise<DraftAssessment | null> {
  const { view, enrolleeName } = opened;
  const { body, tenant } = view;
  if (tenant === null || enrolleeName === null) return null;
  const lines = body.lines.flatMap((line, index) => lineInput(line, index, opened));
  const parsed = assessClaimForm.safeParse({
    memberId: body.memberId.trim().toUpperCase(),
    birthDate: body.birthDate,
    encounterType: body.encounterType === '' ? undefined : body.encounterType,
    startedAt: instantOf(body.startedAt, tenant.zone) ?? new Date().toISOString(),
    endedAt: instantOf(body.endedAt, tenant.zone),
    referral: body.referral.trim() || undefined,
    otherPayer: body.otherPayer.trim() || undefined,
    accident: body.accident,
    diagnoses: body.diagnoses
      .filter(({ code }) => code.trim() !== '')
      .map(({ code }) => ({ code: code.trim() })),
    lines: lines.map(({ input }) => input),
  });
  if (!parsed.success) return null;
  const permission = asksForPermission ? { asksForPermission } : {};
  const input = facilityId === undefined ? parsed.data : { ...parsed.data, facilityId };
  const question = { principal: c.var.principal, input, ...permission };
  const judgement = await tenantActor(c, tenant.id).assess(question);
  if (isRefusal(judgement)) return null;
  const assessed = judgement.lines.flatMap((judged, nth): [number, AssessedLine][] => {
    const line = lines[nth];
    return line === undefined ? [] : [[line.index, { judged, whole: line.whole }]];
  });
  const all = lines.length === body.lines.filter((line) => !isBlank(line)).length;
  return {
    lines: Object.fromEntries(assessed),
    judgement: all && lines.every(({ whole }) => whole) ? judgement : null,
  };
}

/** What adjudication would say of the claim, or what intake would object to. */
export const dryRun = (
  c: Context<AppEnv>,
  tenantId: string,
  input: SubmitClaim,
): Promise<Judgement | Refusal> => tenantActor(c, tenantId).dryRun({ principal: c.var.principal, input });

/** Whom the draft means, with the verdict of cover on the day of service; undefined: not enough was typed. */
export async function whoIsMeant(
  c: Context<AppEnv>,
  { view, enrolleeName }: OpenDraft,
): Promise<WhoShown | null | undefined> {
  const { body, tenant } = view;
  if (tenant === null || body.memberId === '' || body.birthDate === '') return undefined;
  if (enrolleeName === null) return null;
  const answered = await tenantActor(c, tenant.id).eligibility({
    principal: c.var.principal,
    facilityId: c.var.organisation.id,
    memberId: body.memberId.trim().toUpperCase(),
    birthDate: body.birthDate,
    on: dayOf(body, tenant.zone),
  });
  if (isRefusal(answered)) return { name: enrolleeName, verdict: null };
  const { eligibility, planName, primaryFacilityName } = answered;
  const { cover, atPrimary } = eligibility;
  return { name: enrolleeName, verdict: { cover, planName, primaryFacilityName, atPrimary } };
}
