import type { ComponentChildren } from 'preact';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { ClaimNews, ClaimStateMark } from '../claims/claim-state.tsx';
import { ConversationCard } from '../claims/conversation-card.tsx';
import { DiagnosesCard } from '../claims/diagnoses-card.tsx';
import { EncounterCard } from '../claims/encounter-card.tsx';
import { HistoryCard } from '../claims/history-card.tsx';
import { LinesCard } from '../claims/lines-card.tsx';
import { ReasonList, type ReasonNames } from '../claims/reason-list.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DayText, MomentText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { Actions, Form, type FormErrors } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Textarea } from '../ui/textarea.tsx';

export type FacilityClaimPageProps = {
  tenant: { id: string; name: string; zone: string };
  claim: Claim;
  reasonNames: ReasonNames;
  /** null: this person may not answer, or nothing was asked */
  answer: { commandId: string; text: string; errors: FormErrors } | null;
  refusal?: string;
  back: string;
  /** its files, and where more are added */
  files?: ComponentChildren;
};

function AnswerCard({ tenant, claim, answer }: FacilityClaimPageProps) {
  const asked = claim.conversation.findLast((message) => message.kind === 'query');
  return (
    <Card title="Query to answer" kind="lead">
      {asked === undefined ? null : (
        <p>
          <b>
            <bdi>{tenant.name}</bdi> asks:
          </b>{' '}
          <bdi>{asked.text}</bdi>
        </p>
      )}
      {answer === null ? (
        <p class="mute">Your role shows claims and does not answer queries.</p>
      ) : (
        <Form
          action={paths.provider.answers(tenant.id, claim.number)}
          commandId={answer.commandId}
          errors={answer.errors}
        >
          <Textarea
            name="answer"
            label="Your answer"
            rows={4}
            maxlength={2000}
            value={answer.text}
            error={answer.errors.answer}
            autofocus={answer.errors.answer !== undefined}
          />
          <Actions>
            <Button look="primary" keys="s">
              Send the answer
            </Button>
          </Actions>
        </Form>
      )}
    </Card>
  );
}

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
      <div class="split">
        <div class="stack">
          <LinesCard
            lines={claim.lines}
            currency={claim.currency}
            claimed={claim.claimed}
            approved={claim.approved}
            reasonNames={reasonNames}
            serviceDate={claim.serviceDate}
          />
          {props.files}
          <ConversationCard messages={claim.conversation} side="facility" zone={tenant.zone} />
          <HistoryCard history={claim.history} zone={tenant.zone} />
        </div>
        <aside aria-label="State and encounter">
          {claim.state === 'QUERIED' ? <AnswerCard {...props} /> : null}
          <Standing {...props} />
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
