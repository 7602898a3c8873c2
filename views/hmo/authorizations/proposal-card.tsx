import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText, MomentText } from '../../ui/date-text.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { ProposalDesk } from '../proposal-card.tsx';

type RequestProposalCardProps = {
  slug: string;
  zone: string;
  authorization: Authorization;
  /** null: none waits */
  desk: ProposalDesk | null;
};

function Otherwise({ authorization }: Pick<RequestProposalCardProps, 'authorization'>) {
  const { proposal, lines, currency } = authorization;
  if (proposal === null || proposal.lines.length === 0) return <p class="hint">Every line as recommended.</p>;
  const nameOf = (line: number) => lines.find((each) => each.line === line)?.name ?? '';
  return (
    <ul>
      {proposal.lines.map(({ line, approved, approvedQuantity, reasons, override }) => (
        <li>
          {line}. <bdi>{nameOf(line)}</bdi>: {approvedQuantity} for{' '}
          {formatMoney(approved, currency, { symbol: true })}
          {reasons.length === 0 ? null : `, reason ${reasons.map(({ code }) => code).join(', ')}`}
          {override === null ? null : (
            <>
              {', '}
              <q>{override}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

type DecidingProps = RequestProposalCardProps & { deciding: Extract<ProposalDesk, { kind: 'decide' }> };

function Deciding({ slug, authorization, deciding }: DecidingProps) {
  const to = paths.staff(slug);
  const { number, version } = authorization;
  const { confirmId, declineId, sentence, errors, back } = deciding;
  const hidden = (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
    </>
  );
  return (
    <>
      <Form action={to.authorizationConfirmations(number)} commandId={confirmId}>
        {hidden}
        <Button look="primary" keys="c" wide>
          Confirm: grant it
        </Button>
      </Form>
      <details open={sentence !== '' || Object.keys(errors).length > 0}>
        <summary>Decline it</summary>
        <Form action={to.authorizationDeclines(number)} commandId={declineId} errors={errors}>
          {hidden}
          <Textarea
            id="f-decline-sentence"
            name="sentence"
            label="What you say to whoever proposed it"
            hint="Your own people read it, the facility does not."
            maxlength={500}
            value={sentence}
            error={errors.sentence}
            autofocus={errors.sentence !== undefined}
          />
          <Button wide>Decline</Button>
        </Form>
      </details>
    </>
  );
}

/** A decision above its maker's ceiling, which waits for a second person. A facility never sees this. */
export function RequestProposalCard(props: RequestProposalCardProps) {
  const { zone, authorization, desk } = props;
  const { proposal, currency } = authorization;
  if (proposal === null) return null;
  return (
    <Card
      title="Proposal"
      id="proposal"
      kind={desk === null ? undefined : 'lead'}
      aside={
        proposal.declined === null ? (
          <Badge tone="warn">Waits for a second person</Badge>
        ) : (
          <Badge tone="neutral">Declined</Badge>
        )
      }
    >
      <Facts
        facts={[
          ['Would be granted', <b>{formatMoney(proposal.approved, currency, { symbol: true })}</b>],
          ['Proposed by', <bdi>{proposal.name}</bdi>],
          ['When', <MomentText at={proposal.at} timeZone={zone} year />],
          proposal.days === null ? null : ['Further days', proposal.days],
          proposal.validTo === null ? null : ['Code until', <DayText date={proposal.validTo} />],
        ]}
      />
      {proposal.declined === null ? null : (
        <Notice tone="warn" title={`${proposal.declined.name}:`}>
          <bdi>{proposal.declined.sentence}</bdi>
        </Notice>
      )}
      <Otherwise authorization={authorization} />
      {proposal.sentence === '' ? null : (
        <p>
          To the facility:{' '}
          <q>
            <bdi>{proposal.sentence}</bdi>
          </q>
        </p>
      )}
      {desk?.kind === 'wait' ? <p class="mute">{desk.why}</p> : null}
      {desk?.kind === 'decide' ? <Deciding {...props} deciding={desk} /> : null}
    </Card>
  );
}
