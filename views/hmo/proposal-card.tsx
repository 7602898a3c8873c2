import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Proposal } from '../../schema/domain/claims/proposal.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { Form, type FormErrors } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Textarea } from '../ui/textarea.tsx';

/** What the person who looks can do about a proposal. */
export type ProposalDesk =
  /** they may decide it: each form's command, and what was typed where it was refused */
  | {
      kind: 'decide';
      confirmId: string;
      declineId: string;
      sentence: string;
      errors: FormErrors;
      back: string;
    }
  /** they may not, and why */
  | { kind: 'wait'; why: string };

type ProposalCardProps = {
  slug: string;
  zone: string;
  claim: Claim;
  /** null: it waits no longer */
  desk: ProposalDesk | null;
};

function Otherwise({ claim, proposal }: { claim: Claim; proposal: Proposal }) {
  if (proposal.lines.length === 0) return <p class="hint">Every line as recommended.</p>;
  const nameOf = (line: number) => claim.lines.find((each) => each.line === line)?.name ?? '';
  return (
    <>
      <p class="hint">Decided otherwise than recommended:</p>
      <ul>
        {proposal.lines.map(({ line, approved, approvedQuantity, reasons, override }) => (
          <li>
            {line}. {nameOf(line)}: {approvedQuantity} for{' '}
            {formatMoney(approved, claim.currency, { symbol: true })}
            {reasons.length === 0 ? null : `, reason ${reasons.join(', ')}`}
            {override === undefined ? null : (
              <>
                {', '}
                <q>{override}</q>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Deciding({
  slug,
  claim,
  desk,
}: {
  slug: string;
  claim: Claim;
  desk: Extract<ProposalDesk, { kind: 'decide' }>;
}) {
  const to = paths.staff(slug);
  const { number, version } = claim;
  const hidden = (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={desk.back} />
    </>
  );
  const refused = desk.sentence !== '' || Object.keys(desk.errors).length > 0;
  return (
    <>
      <Form action={to.proposalConfirmations(number)} commandId={desk.confirmId}>
        {hidden}
        <Button look="primary" keys="c" wide>
          Confirm: approve it
        </Button>
      </Form>
      <details open={refused}>
        <summary>Decline it</summary>
        <Form action={to.proposalDeclines(number)} commandId={desk.declineId} errors={desk.errors}>
          {hidden}
          <Textarea
            name="sentence"
            label="What you say to whoever proposed it"
            hint="Your own people read it, the facility does not."
            maxlength={500}
            value={desk.sentence}
            error={desk.errors.sentence}
            autofocus={desk.errors.sentence !== undefined}
          />
          <Button wide>Decline</Button>
        </Form>
      </details>
    </>
  );
}

/** A decision above its maker's ceiling: who proposes what, and what a second person can do about it. Never shown to a facility. */
export function ProposalCard({ slug, zone, claim, desk }: ProposalCardProps) {
  const { proposal, currency } = claim;
  if (proposal === null) return null;
  const { declined } = proposal;
  const waits = desk !== null;
  return (
    <Card
      title="Proposal"
      id="proposal"
      kind={waits ? 'lead' : undefined}
      aside={
        waits ? (
          <Badge tone="warn">Waits for a second person</Badge>
        ) : (
          <Badge tone={declined ? 'neutral' : 'ok'}>{declined ? 'Declined' : 'Confirmed'}</Badge>
        )
      }
    >
      <Facts
        facts={[
          ['Would be approved', <b>{formatMoney(proposal.approved, currency, { symbol: true })}</b>],
          ['Proposed by', <bdi>{proposal.name}</bdi>],
          ['When', <MomentText at={proposal.at} timeZone={zone} year />],
          declined ? ['Declined by', <bdi>{declined.name}</bdi>] : null,
        ]}
      />
      {declined ? <Notice tone="warn">{declined.sentence}</Notice> : null}
      <Otherwise claim={claim} proposal={proposal} />
      {proposal.sentence === null ? null : (
        <p>
          To the facility: <q>{proposal.sentence}</q>
        </p>
      )}
      {desk?.kind === 'wait' ? (
        <p>
          Needs somebody else who may approve{' '}
          <b>{formatMoney(proposal.approved, currency, { symbol: true })}</b>; until then nothing is approved.
        </p>
      ) : null}
      {desk?.kind === 'wait' ? <p class="mute">{desk.why}</p> : null}
      {desk?.kind === 'decide' ? <Deciding slug={slug} claim={claim} desk={desk} /> : null}
    </Card>
  );
}
