import type { Context } from 'hono';
import type { Lease } from '../../../durable-objects/actor/live-event.ts';
import type { Judgement } from '../../../schema/domain/adjudication/judgement.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { reservedAt } from '../../../schema/domain/claims/query.ts';
import type { Ceiling } from '../../../schema/domain/limits/approval-limits.ts';
import { judgedLines } from '../../../views/hmo/adjudication-card.tsx';
import { carriedOver, changedFigures } from '../../../views/hmo/changed-figures.ts';
import { ClaimPage } from '../../../views/hmo/claim-page.tsx';
import type { Desk } from '../../../views/hmo/decision-card.tsx';
import { type DecisionEntry, noDecision, type Outcome, startsOf } from '../../../views/hmo/decision-entry.ts';
import type { DecisionFormProps } from '../../../views/hmo/decision-form.tsx';
import type { RejectionProps } from '../../../views/hmo/rejection-form.tsx';
import type { DisposalSaid } from '../../../views/hmo/risk/disposal-form.tsx';
import { writeSeen } from '../../../views/hmo/seen-figures.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { staffFilesCard } from '../../attachments/files-card.tsx';
import { freshId, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { judgementOf } from '../../judgement-of.ts';
import { claimByNumber } from '../../queries/claim-by-number.ts';
import { claimsOfEnrollee } from '../../queries/claims-of-enrollee.ts';
import { enrolleeById } from '../../queries/enrollee-by-id.ts';
import { ownCeiling } from '../../queries/own-ceiling.ts';
import { tenantReasonCodes } from '../../queries/reason-codes.ts';
import type { View } from '../../render.tsx';
import { withDiagnosisNames } from '../with-diagnosis-names.ts';
import { claimBack } from './claim-back.ts';
import { coverVerdictOf } from './cover-verdict-of.ts';
import { openDesk, type StaffDesk } from './desk.ts';
import { type Declining, proposalDesk } from './proposal-desk.ts';
import type { Seen } from './read-decision.ts';
import { reassignForm } from './reassign-desk.ts';
import { staffView } from './staff-view.tsx';
import { standingOf } from './standing.ts';

/** So many of the person's other claims stand beside the one in question. */
const recent_max = 5;

/** What a refused decision is shown again with. */
export interface ClaimSaid {
  entry?: DecisionEntry;
  errors?: FormErrors;
  refusal?: string;
  back?: string;
  /** what was typed to reopen it, where that was refused */
  reopening?: { reason: string; errors: FormErrors };
  /** what was typed to decline a proposal, where that was refused */
  declining?: Declining;
  /** what was wrong with giving it to somebody */
  reassigning?: FormErrors;
  /** what was entered to dispose of a risk event, where that was refused */
  disposing?: DisposalSaid;
  /** the recommendation that the entry was made on */
  seen?: Seen;
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

const filesAllowed = ({ may }: StaffDesk) => ({
  look: may('claim.attachment_view'),
  add: may('claim.review') || may('claim.create'),
});

interface DeskFacts {
  claim: Claim;
  lease: Lease | null;
  reasons: Reasons;
  judgement: Judgement | null;
  said: ClaimSaid;
  back: string;
  ceiling: Ceiling | undefined;
}

/** The form of whoever decides, begun with the recommendation; under another one than was seen, it says what changed. */
function formOf(
  c: Context<AppEnv>,
  desk: StaffDesk,
  facts: DeskFacts,
): DecisionFormProps & { news: string[] } {
  const { claim, reasons, judgement, said, back } = facts;
  const { entry = noDecision, errors = {}, seen } = said;
  const { number, version, currency } = claim;
  const starts = startsOf(claim.lines, judgedLines(claim, judgement));
  const moved = seen !== undefined && writeSeen(seen.starts) !== writeSeen(starts);
  return {
    slug: desk.slug,
    number,
    version,
    currency,
    commandId: freshId(),
    entry: moved ? carriedOver(entry, seen.starts, currency) : entry,
    errors,
    back,
    reasons: reasons.filter((reason) => reason.active),
    allowed: outcomesAllowed(desk),
    starts,
    recommendation: judgement?.fingerprint ?? null,
    ceiling: facts.ceiling,
    overrides: c.var.principal.permissions.includes('claim.override_line'),
    news: moved ? changedFigures(seen.starts, starts, currency) : [],
  };
}

/** Who asked the last query, by the name they had then. */
const askedBy = ({ conversation }: Claim): string =>
  conversation.findLast(({ kind }) => kind === 'query')?.by ?? '';

/** The form that refuses a claim before it is received. */
function rejectionOf({ slug }: StaffDesk, { claim, reasons, said, back }: DeskFacts): RejectionProps {
  const { entry = noDecision, errors = {} } = said;
  const { number, version } = claim;
  return {
    slug,
    number,
    version,
    commandId: freshId(),
    back,
    reasons: reasons.filter(({ active }) => active),
    reason: entry.reasons[0] ?? '',
    sentence: entry.sentence,
    errors,
  };
}

function deskOf(c: Context<AppEnv>, desk: StaffDesk, facts: DeskFacts): Desk {
  const { claim, lease, said, back } = facts;
  if (claim.state === 'APPROVED' && desk.may('claim.reopen')) {
    const { reason = '', errors = {} } = said.reopening ?? {};
    const { number, version } = claim;
    const form = { slug: desk.slug, number, version, commandId: freshId(), back, reason, errors };
    return { kind: 'reopen', form };
  }
  if (claim.state === 'SUBMITTED' && desk.may('claim.receive'))
    return { kind: 'receive', commandId: freshId(), rejection: rejectionOf(desk, facts) };
  if (!desk.may('claim.review') || claim.state === 'SUBMITTED') return { kind: 'look' };
  const reserved = reservedAt(claim, desk.now);
  if (reserved && reserved.accountId !== c.var.principal.id)
    return { kind: 'reserved', by: askedBy(claim), until: reserved.until };
  if (lease === null) return { kind: 'take', commandId: freshId() };
  if (lease.accountId !== c.var.principal.id) return { kind: 'held', by: lease.name, until: lease.until };
  const { news, ...form } = formOf(c, desk, facts);
  return { kind: 'decide', form, news, releaseId: freshId() };
}

/** What the risk rules raised, for whoever may see it; null: not for this reader's eyes. */
function riskOf({ slug, zone, may }: StaffDesk, claim: Claim, back: string, { disposing }: ClaimSaid) {
  if (!may('risk.view')) return null;
  return {
    ...{ slug, zone, claim, back },
    commandId: may('risk.dispose') ? freshId : null,
    mayInvestigate: may('investigation.manage'),
    said: disposing ?? null,
  };
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
  const [held, enrollee, claim, judgement, recent] = await Promise.all([
    tenantActor(c).leases([found.id]),
    enrolleeById(db, found.enrolleeId),
    withDiagnosisNames(c.env, found),
    judgementOf(c, found),
    claimsOfEnrollee(db, found, recent_max),
  ]);
  const clinical = desk.may('enrollee.view_clinical');
  const back = claimBack(c, said.back);
  const { refusal } = said;
  const lease = held[0]?.lease ?? null;
  const [proposal, reassign, ceiling] = await Promise.all([
    proposalDesk(c, desk, claim, { declining: said.declining, back }),
    reassignForm(desk, claim, { lease, errors: said.reassigning, back }),
    lease?.accountId === c.var.principal.id ? ownCeiling(db, lease.accountId) : undefined,
  ]);
  const column = deskOf(c, desk, { claim, lease, reasons, judgement, said, back, ceiling });
  const content = (
    <ClaimPage
      {...{ slug, zone, now, claim, back, desk: column, proposal, reassign }}
      enrollee={
        enrollee === null || !desk.may('enrollee.view')
          ? null
          : { ...enrollee, name: `${enrollee.firstName} ${enrollee.lastName}` }
      }
      reasonNames={Object.fromEntries(reasons.map(({ code, name }) => [code, name]))}
      clinical={clinical}
      files={staffFilesCard(c, { claim, zone, settings: desk.settings, may: filesAllowed(desk) })}
      judgement={judgement}
      verdict={await coverVerdictOf(c, desk, claim, judgement)}
      linksInvestigations={desk.may('investigation.view')}
      risk={riskOf(desk, claim, back, said)}
      recent={recent.map((each) => (clinical ? each : { ...each, diagnosis: null }))}
      takeId={desk.may('claim.review') ? freshId() : null}
      why={standingOf(desk, claim)}
      {...(refusal === undefined ? {} : { refusal })}
    />
  );
  const renewals = { renew: to.leaseRenewals(number), release: to.leaseRelease(number) };
  const page = {
    title: number,
    nav: 'claims',
    see: [`claim:${number}`],
    seq,
    ...(column.kind === 'decide' ? { lease: renewals } : {}),
  };
  return staffView(c, desk, page, content);
}
