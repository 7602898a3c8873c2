import type { ComponentChildren } from 'preact';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { ReasonList, type ReasonNames } from '../claims/reason-list.tsx';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx';
import { RejectionForm, type RejectionProps } from './rejection-form.tsx';
import { ReopenForm, type ReopenFormProps } from './reopen-form.tsx';

/** What this person can do about the claim now. */
export type Desk =
  | { kind: 'look' }
  | { kind: 'reopen'; form: ReopenFormProps }
  | { kind: 'held'; by: string; until: Moment }
  | { kind: 'reserved'; by: string; until: Moment }
  | { kind: 'receive'; commandId: string; rejection: RejectionProps }
  | { kind: 'take'; commandId: string }
  | { kind: 'decide'; form: DecisionFormProps; news: readonly string[]; releaseId: string };

type DecisionCardProps = {
  slug: string;
  claim: Claim;
  desk: Desk;
  zone: string;
  back: string;
  reasonNames: ReasonNames;
  /** a proposal stands beside it that this person may decide: that is what they came for */
  second: boolean;
  /** further things to do about who decides */
  children?: ComponentChildren;
};

function Decided({ claim, zone, reasonNames }: DecisionCardProps) {
  const by = claim.history.findLast((step) => step.state === claim.state)?.by;
  return (
    <Facts
      facts={[
        ['Billed', formatMoney(claim.claimed, claim.currency, { symbol: true })],
        claim.approved === null
          ? null
          : ['Approved', formatMoney(claim.approved, claim.currency, { symbol: true })],
        claim.decidedAt === null
          ? null
          : ['Decided', <MomentText at={claim.decidedAt} timeZone={zone} year />],
        by === undefined ? null : ['By', <bdi>{by}</bdi>],
        claim.reasons.length === 0
          ? null
          : ['Reasons', <ReasonList reasons={claim.reasons} names={reasonNames} />],
      ]}
    />
  );
}

function Waiting({ slug, claim, desk, zone, back, second }: DecisionCardProps) {
  const to = paths.staff(slug);
  if (desk.kind === 'held')
    return (
      <p>
        <b>
          <bdi>{desk.by}</bdi>
        </b>{' '}
        has this claim until <MomentText at={desk.until} timeZone={zone} />.
      </p>
    );
  if (desk.kind === 'reserved')
    return (
      <p>
        Answered. It waits for{' '}
        <b>
          <bdi>{desk.by}</bdi>
        </b>
        , who asked, until <MomentText at={desk.until} timeZone={zone} />; then it is free for all.
      </p>
    );
  if (desk.kind === 'look')
    return <p class="mute">{stateWords(claim.state)}. Your role shows claims and does not decide them.</p>;
  if (desk.kind === 'decide' || desk.kind === 'reopen') return null;
  const receives = desk.kind === 'receive';
  return (
    <>
      <p class="mute">
        {receives
          ? 'This claim has not entered the queue yet. Its clock starts when it is received.'
          : claim.state === 'QUERIED'
            ? 'The facility was asked; its clock is paused until it answers.'
            : second
              ? 'Take the claim to decide it otherwise than proposed.'
              : 'Nobody has this claim. Take it to decide it; it stays yours while this page is open.'}
      </p>
      {!receives && claim.state === 'QUERIED' ? null : (
        <Form
          action={receives ? to.receipts(claim.number) : to.lease(claim.number)}
          commandId={desk.commandId}
        >
          <input type="hidden" name="back" value={back} />
          <Button {...(second ? {} : { look: 'primary' as const })} keys="t" wide>
            {receives ? 'Receive' : 'Take'}
          </Button>
        </Form>
      )}
    </>
  );
}

const closed = ['APPROVED', 'REJECTED', 'SETTLED', 'WITHDRAWN'];

/** The column where the work is done: take, decide, or see who does. */
export function DecisionCard(props: DecisionCardProps) {
  const { slug, claim, desk, back } = props;
  const leave = (
    <Form
      action={paths.staff(slug).leaseRelease(claim.number)}
      {...(desk.kind === 'decide' ? { commandId: desk.releaseId } : {})}
    >
      <input type="hidden" name="back" value={back} />
      <Button look="quiet" wide>
        Leave without deciding
      </Button>
    </Form>
  );
  return (
    <Card title="Decision" kind="lead" id="decide">
      {closed.includes(claim.state) ? <Decided {...props} /> : <Waiting {...props} />}
      {desk.kind === 'receive' ? <RejectionForm {...desk.rejection} /> : null}
      {desk.kind === 'reopen' ? <ReopenForm {...desk.form} /> : null}
      {desk.kind === 'decide' ? (
        <>
          {desk.news.length === 0 ? null : (
            <Notice tone="warn" title="The recommendation has changed meanwhile.">
              <ul>
                {desk.news.map((each) => (
                  <li>{each}</li>
                ))}
              </ul>
              Lines that you had left as recommended now follow it; what you typed stands.
            </Notice>
          )}
          <DecisionForm {...desk.form} />
          {leave}
        </>
      ) : null}
      {props.children}
    </Card>
  );
}
