import type { ComponentChildren } from 'preact';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { ClaimNews, ClaimStateMark } from '../claims/claim-state.tsx';
import { ConversationCard } from '../claims/conversation-card.tsx';
import { CorrectionsCard } from '../claims/corrections-card.tsx';
import { DiagnosesCard } from '../claims/diagnoses-card.tsx';
import { EncounterCard } from '../claims/encounter-card.tsx';
import { HistoryCard } from '../claims/history-card.tsx';
import { LinesCard } from '../claims/lines-card.tsx';
import { OriginNotes } from '../claims/origin-notes.tsx';
import { ReasonList, type ReasonNames } from '../claims/reason-list.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DayText, MomentText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AnswerCard, type AnswerEntry } from './answer-card.tsx';
import { type ClaimSteps, ClaimStepsCard } from './claim-steps.tsx';

export type FacilityClaimPageProps = {
  tenant: { id: string; name: string; zone: string };
  claim: Claim;
  reasonNames: ReasonNames;
  /** null: this person may not answer, or nothing was asked */
  answer: AnswerEntry | null;
  /** when it is rejected if nobody answers; null: nothing is asked */
  answerUntil: Moment | null;
  steps: ClaimSteps;
  refusal?: string;
  back: string;
  /** its files, and where more are added */
  files?: ComponentChildren;
};

function Standing({ tenant, claim, reasonNames }: FacilityClaimPageProps) {
  const money = (minor: number) => formatMoney(minor, claim.currency, { symbol: true });
  return (
    <Card title="Where it stands" {...(claim.state === 'QUERIED' ? {} : { kind: 'lead' as const })}>
      <Facts
        facts={[
          ['Billed', money(claim.claimed)],
          claim.approved === null ? null : ['Approved', <b>{money(claim.approved)}</b>],
          claim.reasons.length === 0
            ? null
            : ['Reasons', <ReasonList reasons={claim.reasons} names={reasonNames} />],
          claim.decidedAt === null
            ? null
            : ['Decided', <MomentText at={claim.decidedAt} timeZone={tenant.zone} year />],
          claim.decidedAt !== null || claim.dueAt === null || claim.state === 'QUERIED'
            ? null
            : ['Decision due', <MomentText at={claim.dueAt} timeZone={tenant.zone} year />],
        ]}
      />
    </Card>
  );
}

/** One of the facility's claims: where it stands, what was asked, what was approved and why. */
export function FacilityClaimPage(props: FacilityClaimPageProps) {
  const { tenant, claim, reasonNames, refusal, back } = props;
  return (
    <>
      <PageHeader
        title={claim.number}
        crumbs={[{ label: 'Claims', href: back }]}
        badge={<ClaimStateMark state={claim.state} outcome={claim.outcome} />}
        lead={
          <>
            <bdi>{tenant.name}</bdi> · service <DayText date={claim.serviceDate} />
          </>
        }
      />
      <ClaimNews />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      <OriginNotes claim={claim} href={(number) => paths.provider.claim(tenant.id, number)} />
      <div class="split">
        <div class="stack">
          {claim.state === 'QUERIED' ? (
            <AnswerCard {...{ tenant, claim }} entry={props.answer} until={props.answerUntil} />
          ) : null}
          {claim.state === 'QUERIED' ? props.files : null}
          <LinesCard
            lines={claim.lines}
            currency={claim.currency}
            claimed={claim.claimed}
            approved={claim.approved}
            reasonNames={reasonNames}
            serviceDate={claim.serviceDate}
          />
          {claim.state === 'QUERIED' ? null : props.files}
          <CorrectionsCard claim={claim} zone={tenant.zone} />
          <ConversationCard messages={claim.conversation} side="facility" zone={tenant.zone} />
          <HistoryCard history={claim.history} zone={tenant.zone} />
        </div>
        <aside aria-label="State and encounter">
          <Standing {...props} />
          <ClaimStepsCard tenantId={tenant.id} claim={claim} steps={props.steps} />
          <Card title="Enrollee">
            <Facts
              facts={[
                ['Name', <bdi>{claim.enrolleeName}</bdi>],
                ['Member id', claim.memberId],
              ]}
            />
          </Card>
          <EncounterCard claim={claim} zone={tenant.zone} />
          <DiagnosesCard diagnoses={claim.diagnoses} />
        </aside>
      </div>
    </>
  );
}
