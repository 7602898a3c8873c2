import type { Context } from 'hono';
import type { Lease } from '../../../durable-objects/actor/live-event.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { ClaimPage } from '../../../views/hmo/claim-page.tsx';
import type { Desk } from '../../../views/hmo/decision-card.tsx';
import { type DecisionEntry, noDecision, type Outcome } from '../../../views/hmo/decision-entry.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { freshId, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimByNumber } from '../../queries/claim-by-number.ts';
import { enrolleeById } from '../../queries/enrollee-by-id.ts';
import { tenantReasonCodes } from '../../queries/reason-codes.ts';
import type { View } from '../../render.tsx';
import { backAddress } from '../back-address.ts';
import { withDiagnosisNames } from '../with-diagnosis-names.ts';
import { openDesk, type StaffDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';

/** What a refused decision is shown again with. */
export interface ClaimSaid {
  entry?: DecisionEntry;
  errors?: FormErrors;
  refusal?: string;
  back?: string;
}

type Reasons = Awaited<ReturnType<typeof tenantReasonCodes>>;

function outcomesAllowed({ may }: StaffDesk): Outcome[] {
  const all: [Outcome, boolean][] = [
    ['approve', may('claim.approve')],
    ['query', may('claim.query')],
    ['reject', may('claim.reject')],
  ];
  return all.filter(([, allowed]) => allowed).map(([outcome]) => outcome);
}

function deskOf(
  c: Context<AppEnv>,
  desk: StaffDesk,
  claim: Claim,
  lease: Lease | null,
  reasons: Reasons,
  said: Required<Omit<ClaimSaid, 'refusal'>>,
): Desk {
  if (claim.state === 'SUBMITTED' && desk.may('claim.receive'))
    return { kind: 'receive', commandId: freshId() };
  if (!desk.may('claim.review') || claim.state === 'SUBMITTED') return { kind: 'look' };
  if (lease === null) return { kind: 'take', commandId: freshId() };
  if (lease.accountId !== c.var.principal.id) return { kind: 'held', by: lease.name, until: lease.until };
  const { number, version } = claim;
  const active = reasons.filter((reason) => reason.active);
  const form = {
    slug: desk.slug,
    number,
    version,
    commandId: freshId(),
    ...said,
    reasons: active,
    allowed: outcomesAllowed(desk),
  };
  return { kind: 'decide', form, releaseId: freshId() };
}

/** The page of one claim, with the decision column as it is for this person now; null when there is no such claim. */
export async function claimView(
  c: Context<AppEnv>,
  number: string,
  said: ClaimSaid = {},
): Promise<View | null> {
  const desk = await openDesk(c);
  const { db, slug, zone, now, to } = desk;
  const { seq } = desk.counts;
  const [found, reasons] = await Promise.all([claimByNumber(db, number), tenantReasonCodes(db)]);
  if (found === null) return null;
  const [held, enrollee, claim] = await Promise.all([
    tenantActor(c).leases([found.id]),
    enrolleeById(db, found.enrolleeId),
    withDiagnosisNames(c.env, found),
  ]);
  const back = backAddress(c, to.claims(), said.back);
  const { entry = noDecision, errors = {}, refusal } = said;
  const column = deskOf(c, desk, claim, held[0]?.lease ?? null, reasons, { entry, errors, back });
  const content = (
    <ClaimPage
      {...{ slug, zone, now, claim, back, desk: column }}
      enrollee={
        enrollee === null || !desk.may('enrollee.view')
          ? null
          : { ...enrollee, name: `${enrollee.firstName} ${enrollee.lastName}` }
      }
      reasonNames={Object.fromEntries(reasons.map(({ code, name }) => [code, name]))}
      clinical={desk.may('enrollee.view_clinical')}
      takeId={desk.may('claim.review') ? freshId() : null}
      {...(refusal === undefined ? {} : { refusal })}
    />
  );
  const lease = { renew: to.leaseRenewals(number), release: to.leaseRelease(number) };
  const page = {
    title: number,
    nav: 'claims',
    see: [`claim:${number}`],
    seq,
    ...(column.kind === 'decide' ? { lease } : {}),
  };
  return staffView(c, desk, page, content);
}
