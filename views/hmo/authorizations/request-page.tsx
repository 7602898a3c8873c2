import type { ComponentChildren } from 'preact';
import type { Judgement, LineJudgement } from '../../../schema/domain/adjudication/judgement.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { CoverAnswer } from '../../../schema/domain/cover/cover.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import { AppealsCard } from '../../authorizations/appeals-card.tsx';
import { CodeCard } from '../../authorizations/code-card.tsx';
import { RequestConversation } from '../../authorizations/conversation-card.tsx';
import { type Clock, Countdown } from '../../authorizations/countdown.tsx';
import { RequestHistory } from '../../authorizations/history-card.tsx';
import { RequestLinesCard } from '../../authorizations/lines-card.tsx';
import { AuthorizationNews, StandingMark } from '../../authorizations/standing.tsx';
import { VisitCard } from '../../authorizations/visit-card.tsx';
import { standingOf, urgencyWords } from '../../authorizations/words.ts';
import { BalancesCard } from '../../claims/balances-card.tsx';
import { DiagnosesCard } from '../../claims/diagnoses-card.tsx';
import type { ReasonNames } from '../../claims/reason-list.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type ClaimEnrollee, EnrolleeCard } from '../enrollee-card.tsx';
import { lineDecisionColumns, OverrideField } from '../line-decision.tsx';
import type { ProposalDesk } from '../proposal-card.tsx';
import { type RecentClaim, RecentClaimsCard } from '../recent-claims-card.tsx';
import { AlertCard } from './alert-card.tsx';
import { RequestDecisionCard, type RequestDesk } from './decision-card.tsx';
import { OtherRequestsCard } from './other-requests-card.tsx';
import { RequestProposalCard } from './proposal-card.tsx';
import type { AuthorizationRow } from './queue-row.tsx';
import { RequestNotes } from './request-notes.tsx';
import { RequestRiskCard, type RequestRiskCardProps } from './request-risk-card.tsx';

export type RequestPageProps = {
  slug: string;
  zone: string;
  now: Moment;
  authorization: Authorization;
  clock: Clock | null;
  enrollee: ClaimEnrollee | null;
  desk: RequestDesk;
  proposal: ProposalDesk | null;
  /** what else can be done with what was granted: further days, the discharge, taking it back */
  steps?: ComponentChildren;
  reasonNames: ReasonNames;
  /** diagnoses and what else is clinical may be shown */
  clinical: boolean;
  /** how risk events are disposed of; null: risk may not be seen */
  risk: Pick<RequestRiskCardProps, 'disposeId' | 'said'> | null;
  /** whether this person may see investigations */
  linksInvestigations: boolean;
  /** what the engine says now of what waits; null: it is decided, or the engine could not be asked */
  judgement: Judgement | null;
  verdict: { cover: CoverAnswer; planName: string | null } | null;
  claims: readonly RecentClaim[];
  others: readonly AuthorizationRow[];
  files?: ComponentChildren;
  /** the one that waits next; null: none does */
  next: string | null;
  back: string;
  refusal?: string;
};

/** The recommendations that the lines carry, or those of a judgement made now. */
export function judgedOf(
  { lines }: Pick<Authorization, 'lines'>,
  judgement: Judgement | null,
): ReadonlyMap<number, LineJudgement> {
  if (judgement !== null) return new Map(judgement.lines.map((line) => [line.line, line]));
  return new Map(lines.flatMap(({ line, judged }) => (judged ? [[line, judged] as const] : [])));
}

function Heading({ slug, zone, now, authorization, clock, next, back }: RequestPageProps) {
  const { number, facilityName, urgency, serviceDate } = authorization;
  return (
    <PageHeader
      title={number}
      crumbs={[{ label: 'Authorizations', href: back }]}
      badge={<StandingMark standing={standingOf(authorization)} />}
      lead={
        <>
          <bdi>{facilityName}</bdi> · {urgencyWords[urgency]} · planned <DayText date={serviceDate} />
          {clock === null ? null : (
            <>
              {' · '}
              <Countdown clock={clock} now={now} zone={zone} />
            </>
          )}
        </>
      }
      actions={
        next === null ? undefined : (
          <ButtonLink href={paths.staff(slug).authorization(next)} keys="n">
            Next
          </ButtonLink>
        )
      }
    />
  );
}

/** What is asked, with what speaks for and against it. */
function Asked(props: RequestPageProps) {
  const { slug, zone, authorization, desk, reasonNames, clinical, judgement, risk } = props;
  const form = desk.kind === 'decide' && desk.form.allowed.includes('approve') ? desk.form : null;
  const fields = form && { ...form, overrides: true };
  return (
    <div class="stack">
      <RequestLinesCard
        authorization={authorization}
        judged={judgedOf(authorization, judgement)}
        reasonNames={reasonNames}
        coded
        decide={
          fields && {
            columns: lineDecisionColumns(fields),
            under: (line) => <OverrideField {...fields} line={line} />,
          }
        }
      />
      <AppealsCard {...{ zone, reasonNames }} appeals={authorization.appeals} named covered={!clinical} />
      {risk === null ? null : (
        <RequestRiskCard {...{ slug, zone, authorization }} back={props.back} {...risk} />
      )}
      {judgement === null ? null : (
        <BalancesCard
          balances={judgement.balances}
          currency={authorization.currency}
          after="if granted as recommended"
          adds="This request"
        />
      )}
      {props.files}
      <DiagnosesCard diagnoses={authorization.diagnoses} covered={!clinical} />
      <RequestConversation
        messages={authorization.conversation}
        side="tenant"
        zone={zone}
        tenantName={null}
        covered={!clinical}
      />
      <OtherRequestsCard slug={slug} authorization={authorization} others={props.others} />
      <RecentClaimsCard
        {...{ slug, clinical }}
        memberId={authorization.memberId}
        claims={props.claims}
        currency={authorization.currency}
      />
      <RequestHistory history={authorization.history} zone={zone} side="tenant" />
    </div>
  );
}

/** Everything about one request on one screen, with the decision beside it. */
export function RequestPage(props: RequestPageProps) {
  const { slug, zone, authorization, enrollee, desk, reasonNames, refusal, risk } = props;
  const linked = props.linksInvestigations;
  return (
    <>
      <Heading {...props} />
      <AuthorizationNews />
      <RequestNotes {...{ slug, zone, authorization, linked }} />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      <div class="split" data-now={props.now}>
        <Asked {...props} />
        <aside aria-label="Decision and enrollee">
          <RequestProposalCard {...{ slug, zone, authorization }} desk={props.proposal} />
          <CodeCard authorization={authorization} />
          <RequestDecisionCard {...{ authorization, desk, zone, reasonNames }}>
            {props.steps}
          </RequestDecisionCard>
          {risk === null ? null : (
            <AlertCard
              {...{ slug, zone, linked }}
              alert={authorization.alert}
              enrolleeId={authorization.enrolleeId}
            />
          )}
          {enrollee === null ? null : (
            <EnrolleeCard
              slug={slug}
              enrollee={enrollee}
              serviceDate={authorization.serviceDate}
              verdict={props.verdict}
            />
          )}
          <VisitCard authorization={authorization} zone={zone} covered={!props.clinical} />
        </aside>
      </div>
    </>
  );
}
