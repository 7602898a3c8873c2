import type { ComponentChildren } from 'preact';
import type { Judgement } from '../../schema/domain/adjudication/judgement.ts';
import { type Claim, openStates } from '../../schema/domain/claims/claim.ts';
import type { CoverAnswer } from '../../schema/domain/cover/cover.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { BalancesCard } from '../claims/balances-card.tsx';
import { ClaimNews, ClaimStateMark } from '../claims/claim-state.tsx';
import { ConversationCard } from '../claims/conversation-card.tsx';
import { CorrectionsCard } from '../claims/corrections-card.tsx';
import { DiagnosesCard } from '../claims/diagnoses-card.tsx';
import { DueText } from '../claims/due-text.tsx';
import { EncounterCard } from '../claims/encounter-card.tsx';
import { HistoryCard } from '../claims/history-card.tsx';
import { OriginNotes } from '../claims/origin-notes.tsx';
import type { ReasonNames } from '../claims/reason-list.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AdjudicationCard, judgedLines } from './adjudication-card.tsx';
import { DecisionCard, type Desk } from './decision-card.tsx';
import { type ClaimEnrollee, EnrolleeCard } from './enrollee-card.tsx';
import { monthWords } from './piles/words.ts';
import { ProposalCard, type ProposalDesk } from './proposal-card.tsx';
import { WhyThere } from './queue-rules/why-there.tsx';
import { ReassignForm, type ReassignFormProps } from './reassign-form.tsx';
import { type RecentClaim, RecentClaimsCard } from './recent-claims-card.tsx';
import { HeldNotice } from './risk/held-notice.tsx';
import { RiskCard, type RiskCardProps } from './risk/risk-card.tsx';

export type ClaimPageProps = {
  slug: string;
  zone: string;
  now: Moment;
  claim: Claim;
  enrollee: ClaimEnrollee | null;
  desk: Desk;
  reasonNames: ReasonNames;
  /** diagnoses and what else is clinical may be shown */
  clinical: boolean;
  back: string;
  /** its files, and where more are added */
  files?: ComponentChildren;
  /** what was refused, in words, where no field is to blame */
  refusal?: string;
  /** the next claim's command, for whoever may take claims */
  takeId: string | null;
  /** why it stands where it stands in the queue; left out: nobody has to decide it any more */
  why?: readonly string[] | undefined;
  /** what the engine says of an undecided claim now; null: it is decided, or the engine could not be asked */
  judgement: Judgement | null;
  /** whether the person was covered then, and on which plan; null: nobody could say */
  verdict: { cover: CoverAnswer; planName: string | null } | null;
  /** what can be done about the proposal that waits on it; null: none waits */
  proposal: ProposalDesk | null;
  /** null: this person gives no claims away */
  reassign: ReassignFormProps | null;
  /** whether this person may see investigations */
  linksInvestigations: boolean;
  /** what the risk rules raised; null: not for this reader's eyes */
  risk: RiskCardProps | null;
  /** other claims of the same person, latest first */
  recent: readonly RecentClaim[];
};

/** How the clock stands, while somebody still has to decide. */
function Clock({ claim, now }: Pick<ClaimPageProps, 'claim' | 'now'>) {
  if (claim.state === 'QUERIED' || claim.heldAt !== null) return <> · clock paused</>;
  if (!openStates.some((state) => state === claim.state)) return null;
  return (
    <>
      {' · due '}
      <DueText dueAt={claim.dueAt} now={now} state={claim.state} held={claim.holds.length > 0} />
    </>
  );
}

/** The way back: to the pile that the claim was opened from, else to the queue. */
function crumbsOf(slug: string, { facilityName, billingMonth }: Claim, back: string) {
  const piles = paths.staff(slug).piles();
  if (!back.startsWith(`${piles}/`)) return [{ label: 'Claims', href: back }];
  return [
    { label: 'Piles', href: piles },
    { label: `${facilityName} · ${monthWords(billingMonth)}`, href: back },
  ];
}

function Heading({ slug, now, claim, back, takeId }: ClaimPageProps) {
  const next =
    takeId === null ? undefined : (
      <Form action={paths.staff(slug).next()} commandId={takeId} inline>
        <input type="hidden" name="leaving" value={claim.number} />
        <input type="hidden" name="back" value={back} />
        <Button keys="n">Next</Button>
      </Form>
    );
  return (
    <PageHeader
      title={claim.number}
      crumbs={crumbsOf(slug, claim, back)}
      badge={<ClaimStateMark state={claim.state} outcome={claim.outcome} />}
      lead={
        <>
          <bdi>{claim.facilityName}</bdi> · service <DayText date={claim.serviceDate} />
          <Clock claim={claim} now={now} />
        </>
      }
      actions={next}
    />
  );
}

/** Everything about one claim on one screen, with the decision beside it. */
export function ClaimPage(props: ClaimPageProps) {
  const { slug, zone, claim, enrollee, desk, reasonNames, clinical, back, refusal } = props;
  const { judgement, verdict, recent, risk } = props;
  const decide = desk.kind === 'decide' && desk.form.allowed.includes('approve') ? desk.form : null;
  return (
    <>
      <Heading {...props} />
      <ClaimNews />
      {props.why === undefined ? null : <WhyThere words={props.why} shown="Its place in the queue" />}
      <HeldNotice slug={slug} zone={zone} claim={claim} linked={props.linksInvestigations} />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      <OriginNotes claim={claim} href={paths.staff(slug).claim} />
      <div class="split">
        <div class="stack">
          <AdjudicationCard
            claim={claim}
            judged={judgedLines(claim, judgement)}
            reasonNames={reasonNames}
            decide={decide === null ? null : { ...decide, currency: claim.currency }}
          />
          {risk === null ? null : <RiskCard {...risk} />}
          {judgement === null ? null : (
            <BalancesCard
              balances={judgement.balances}
              currency={claim.currency}
              after="if approved as recommended"
            />
          )}
          <CorrectionsCard claim={claim} zone={zone} />
          {props.files}
          <DiagnosesCard diagnoses={claim.diagnoses} covered={!clinical} />
          <ConversationCard messages={claim.conversation} side="tenant" zone={zone} covered={!clinical} />
          <RecentClaimsCard
            {...{ slug, clinical }}
            memberId={claim.memberId}
            claims={recent}
            currency={claim.currency}
          />
          <HistoryCard history={claim.history} zone={zone} straightThrough={claim.straightThrough} />
        </div>
        <aside aria-label="Decision and enrollee">
          <ProposalCard {...{ slug, zone, claim }} desk={props.proposal} />
          <DecisionCard
            {...{ slug, claim, desk, zone, back, reasonNames }}
            second={props.proposal?.kind === 'decide'}
          >
            {props.reassign === null ? null : <ReassignForm {...props.reassign} />}
          </DecisionCard>
          {enrollee === null ? null : (
            <EnrolleeCard slug={slug} enrollee={enrollee} serviceDate={claim.serviceDate} verdict={verdict} />
          )}
          <EncounterCard claim={claim} zone={zone} />
        </aside>
      </div>
    </>
  );
}
