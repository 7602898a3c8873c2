import type { ComponentChildren } from 'preact';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { AppealsCard } from '../../authorizations/appeals-card.tsx';
import { CodeCard } from '../../authorizations/code-card.tsx';
import { RequestConversation } from '../../authorizations/conversation-card.tsx';
import { type Clock, Countdown } from '../../authorizations/countdown.tsx';
import { type DischargeEntry, DischargeForm } from '../../authorizations/discharge-form.tsx';
import { RequestHistory } from '../../authorizations/history-card.tsx';
import { RequestLinesCard } from '../../authorizations/lines-card.tsx';
import { AuthorizationNews, StandingMark } from '../../authorizations/standing.tsx';
import { VisitCard } from '../../authorizations/visit-card.tsx';
import { standingOf, urgencyWords } from '../../authorizations/words.ts';
import { DiagnosesCard } from '../../claims/diagnoses-card.tsx';
import { ReasonList, type ReasonNames } from '../../claims/reason-list.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText, MomentText } from '../../ui/date-text.tsx';
import { DialogButton, PopDialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { RequestAnswerCard, type WrittenEntry } from './answer-card.tsx';

export type FacilityRequestPageProps = {
  tenant: { id: string; name: string; zone: string };
  authorization: Authorization;
  clock: Clock | null;
  now: Moment;
  reasonNames: ReasonNames;
  /** null: this person may not answer, or nothing is asked */
  answer: WrittenEntry | null;
  /** where it can be appealed, and until when */
  appeal?: ComponentChildren;
  files?: ComponentChildren;
  /** null: it is no admission, or it is over, or not this person's to say */
  discharge: DischargeEntry | null;
  /** null: it cannot be cancelled, or not by this person */
  cancelId: string | null;
  /** begins a claim for what was granted; null: this person may not */
  claimId: string | null;
  /** it was sent just now */
  sent: boolean;
  back: string;
  refusal?: string;
};

/** The judgement as it was when the request was decided, for the sentences under the lines. */
const judgedOf = ({ lines }: Authorization) =>
  new Map(lines.flatMap(({ line, judged }) => (judged ? [[line, judged] as const] : [])));

function Standing({ tenant, authorization, clock, now, reasonNames }: FacilityRequestPageProps) {
  const { requested, approved, currency, decidedAt, reasons } = authorization;
  const money = (minor: number) => formatMoney(minor, currency, { symbol: true });
  return (
    <Card title="Where it stands" kind={authorization.state === 'REQUESTED' ? 'lead' : undefined}>
      <Facts
        facts={[
          ['Asked', money(requested)],
          approved === null ? null : ['Granted', <b>{money(approved)}</b>],
          clock === null ? null : ['Answer due', <Countdown clock={clock} now={now} zone={tenant.zone} />],
          decidedAt === null ? null : ['Decided', <MomentText at={decidedAt} timeZone={tenant.zone} year />],
          reasons.length === 0 ? null : ['Reasons', <ReasonList reasons={reasons} names={reasonNames} />],
        ]}
      />
      {clock === null ? null : (
        <p class="mute small">
          {authorization.mayProceed
            ? 'If nobody has answered by then you may proceed: a reference stands here, which your claim names.'
            : 'The answer stands here the moment it is made.'}
        </p>
      )}
    </Card>
  );
}

const cancelDialog = 'cancel';

function Cancel({ tenant, authorization, cancelId }: FacilityRequestPageProps) {
  if (cancelId === null) return null;
  const { number, code } = authorization;
  return (
    <>
      <DialogButton dialog={cancelDialog} look="quiet">
        Cancel the request
      </DialogButton>
      <PopDialog id={cancelDialog} title={`Cancel ${number}?`}>
        <p>
          {code === null
            ? 'The HMO is told and does not answer it.'
            : `Code ${code} can no longer be used, and what it reserved is free again.`}
        </p>
        <Form action={paths.provider.authorizationCancellations(tenant.id, number)} commandId={cancelId}>
          <Textarea name="reason" label="Reason" optional rows={2} maxlength={500} />
          <div class="actions">
            <Button look="refuse">Cancel it</Button>
            <DialogButton dialog={cancelDialog}>Keep it</DialogButton>
          </div>
        </Form>
      </PopDialog>
    </>
  );
}

/** What was answered at once, in the very request that asked. */
function Sent({ authorization, sent, tenant }: FacilityRequestPageProps) {
  if (!sent) return null;
  const { rule, state } = authorization;
  if (rule !== null)
    return (
      <Notice tone="ok" title="Answered at once.">
        Granted by rule “<bdi>{rule}</bdi>”: the code stands here, and can be used from now on.
      </Notice>
    );
  if (state !== 'REQUESTED') return null;
  return (
    <Notice tone="ok" title="Sent.">
      <bdi>{tenant.name}</bdi> has it now; the answer appears here by itself.
    </Notice>
  );
}

const usable: readonly Authorization['state'][] = ['APPROVED', 'PARTIALLY_APPROVED'];

function Code(props: FacilityRequestPageProps) {
  const { authorization, claimId, tenant, discharge } = props;
  const { code, breach, state } = authorization;
  const isUsable =
    code === null ? breach?.reference != null && state !== 'CANCELLED' : usable.includes(state);
  return (
    <CodeCard authorization={authorization} lead={isUsable}>
      {claimId !== null && isUsable ? (
        <Form action={paths.provider.drafts()} commandId={claimId} inline>
          <input type="hidden" name="tenantId" value={tenant.id} />
          <input type="hidden" name="authorization" value={authorization.number} />
          <Button look="primary">Start a claim from it</Button>
        </Form>
      ) : null}
      <DischargeForm
        action={paths.provider.authorizationDischarges(tenant.id, authorization.number)}
        entry={discharge}
      />
    </CodeCard>
  );
}

/** One of the facility's requests: its clock, its code, what was granted and what is left, and what was said. */
export function FacilityRequestPage(props: FacilityRequestPageProps) {
  const { tenant, authorization, reasonNames, refusal, back } = props;
  const { number, state, urgency, serviceDate } = authorization;
  const queried = state === 'QUERIED';
  return (
    <>
      <PageHeader
        title={number}
        crumbs={[{ label: 'Authorizations', href: back }]}
        badge={<StandingMark standing={standingOf(authorization)} />}
        lead={
          <>
            <bdi>{tenant.name}</bdi> · {urgencyWords[urgency]} · planned <DayText date={serviceDate} />
          </>
        }
      />
      <AuthorizationNews />
      <Sent {...props} />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      <div class="split" data-now={props.now}>
        <div class="stack">
          {queried ? <RequestAnswerCard {...{ tenant, authorization }} entry={props.answer} /> : null}
          <RequestLinesCard
            authorization={authorization}
            judged={judgedOf(authorization)}
            reasonNames={reasonNames}
            coded={false}
            decide={null}
          />
          <AppealsCard
            {...{ reasonNames }}
            appeals={authorization.appeals}
            zone={tenant.zone}
            named={false}
          />
          {props.appeal}
          {props.files}
          <RequestConversation
            messages={authorization.conversation}
            side="facility"
            zone={tenant.zone}
            tenantName={tenant.name}
          />
          <RequestHistory history={authorization.history} zone={tenant.zone} side="facility" />
        </div>
        <aside aria-label="State and visit">
          <Code {...props} />
          <Standing {...props} />
          <Cancel {...props} />
          <Card title="Enrollee">
            <Facts
              facts={[
                ['Name', <bdi>{authorization.enrolleeName}</bdi>],
                ['Member id', authorization.memberId],
              ]}
            />
          </Card>
          <VisitCard authorization={authorization} zone={tenant.zone} />
          <DiagnosesCard diagnoses={authorization.diagnoses} />
        </aside>
      </div>
    </>
  );
}
