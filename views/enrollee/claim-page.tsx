import { sentenceOf } from '../../schema/domain/adjudication/sentence-of.ts';
import type { Claim, ClaimLine } from '../../schema/domain/claims/claim.ts';
import { formatMoney, sum } from '../../schema/domain/money.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { MyClaimBadge, reasonSentence, stateSentence } from './claim-words.tsx';

type ClaimPageProps = {
  claim: Claim;
  /** the insurer's own words for its codes */
  names: Readonly<Record<string, string>>;
  insurer: string;
  /** whose it is, where it is not one's own */
  whose: string | null;
};

type Money = (minor: number) => string;

const isDecided = ({ state }: Claim) => state === 'APPROVED' || state === 'REJECTED' || state === 'SETTLED';

/** Why a line is paid as it is: a plain sentence for each reason, and the figures of the rules that gave it. */
function whyOf({ reasons, judged }: ClaimLine, names: ClaimPageProps['names'], currency: string): string[] {
  return reasons.map((reason) => {
    const figures = (judged?.findings ?? []).filter(({ reason: given }) => given?.code === reason.code);
    return [reasonSentence(reason, names), ...figures.map((finding) => sentenceOf(finding, currency))].join(
      ' ',
    );
  });
}

/** What of a line is whose: in words, because the parts add up to what was billed. */
function Shares({ line, money }: { line: ClaimLine; money: Money }) {
  const { claimed, approved, enrolleeShare, facilityShare } = line;
  return (
    <dl class="shares">
      <dt>Billed</dt>
      <dd>{money(claimed)}</dd>
      <dt>Your plan pays</dt>
      <dd>{money(approved ?? 0)}</dd>
      <dt>You pay</dt>
      <dd>
        <b>{money(enrolleeShare ?? 0)}</b>
      </dd>
      {facilityShare === null || facilityShare === 0 ? null : (
        <>
          <dt>Nobody bills you for</dt>
          <dd>{money(facilityShare)}</dd>
        </>
      )}
    </dl>
  );
}

function Line({
  line,
  decided,
  ...props
}: ClaimPageProps & { line: ClaimLine; decided: boolean; money: Money }) {
  const { claim, names, money } = props;
  const why = decided ? whyOf(line, names, claim.currency) : [];
  return (
    <li class="benefit">
      <h3>
        <bdi>{line.name}</bdi>
        {line.quantity === 1 ? null : <span class="mute"> × {line.quantity}</span>}
      </h3>
      {decided ? <Shares line={line} money={money} /> : <p>{money(line.claimed)} billed. Not decided yet.</p>}
      {why.length === 0 ? (
        decided && line.approved === line.claimed ? (
          <p class="hint">Your plan pays all of it.</p>
        ) : null
      ) : (
        <ul class="why-list">
          {why.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Totals({ claim, money }: { claim: Claim; money: Money }) {
  const of = (share: (line: ClaimLine) => number | null) => sum(claim.lines.map((line) => share(line) ?? 0));
  return (
    <Facts
      facts={[
        ['Billed', money(claim.claimed)],
        ['Your plan pays', money(claim.approved ?? 0)],
        ['You pay', <b>{money(of(({ enrolleeShare }) => enrolleeShare))}</b>],
      ]}
    />
  );
}

/** A claim as the person it is about reads it: what was billed, what the plan pays, what they pay and why. Not a bill. */
export function MyClaimPage(props: ClaimPageProps) {
  const { claim, insurer, whose } = props;
  const money: Money = (minor) => formatMoney(minor, claim.currency, { symbol: true });
  const decided = isDecided(claim);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Claims', href: paths.me.claims({ of: claim.memberId }) }]}
        title={<bdi>{claim.facilityName}</bdi>}
        badge={<MyClaimBadge state={claim.state} outcome={claim.outcome} />}
        lead={
          <>
            <DayText date={claim.serviceDate} />
            {whose === null ? null : (
              <>
                {' · '}
                <bdi>{whose}</bdi>
              </>
            )}{' '}
            · {claim.number}
          </>
        }
      />
      <Card title={decided ? 'What it comes to' : 'Where it stands'} kind="lead">
        <p>{stateSentence(claim.state)}</p>
        {decided ? <Totals claim={claim} money={money} /> : <p>{money(claim.claimed)} billed.</p>}
        {claim.reasons.map((reason) => (
          <p>{reasonSentence(reason, props.names)}</p>
        ))}
      </Card>
      <Card title={claim.lines.length === 1 ? 'The service' : `The ${claim.lines.length} services`}>
        <ul class="benefits">
          {claim.lines.map((line) => (
            <Line {...props} line={line} decided={decided} money={money} />
          ))}
        </ul>
      </Card>
      <Notice>This is an explanation, not a bill. If you did not have this care, tell {insurer}.</Notice>
    </>
  );
}
