import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { RiskFlag } from '../../../schema/domain/risk/flag.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { DisposalForm, type DisposalSaid } from './disposal-form.tsx';
import { FlagMark, RiskScore } from './marks.tsx';
import { evidenceWords, ruleNames } from './risk-words.ts';

export type RiskCardProps = {
  slug: string;
  zone: string;
  claim: Pick<Claim, 'number' | 'risk' | 'flags'>;
  /** the list one came from */
  back: string;
  /** a fresh command id for each form; null: this person looks and does not dispose */
  commandId: (() => string) | null;
  /** whether this person may open an investigation */
  mayInvestigate: boolean;
  /** what was entered for an event and refused */
  said: DisposalSaid | null;
};

function Numbers({ slug, numbers }: { slug: string; numbers: readonly string[] }) {
  return (
    <>
      {numbers.map((number, i) => (
        <>
          {i === 0 ? ' ' : ', '}
          <a href={paths.staff(slug).claim(number)}>{number}</a>
        </>
      ))}
    </>
  );
}

function Event(props: RiskCardProps & { flag: RiskFlag }) {
  const { slug, zone, claim, flag, commandId, back, said } = props;
  const { n, rule, weight, evidence, claims, line, state, disposed } = flag;
  return (
    <li id={`risk-${n}`}>
      <p>
        <b>{ruleNames[rule]}</b> <FlagMark state={state} />{' '}
        <small class="mute">
          weight {weight}
          {line === null ? '' : ` · line ${line}`}
        </small>
      </p>
      <p>{evidenceWords(evidence)}</p>
      {claims.length === 0 ? null : (
        <p class="mute">
          Claims named:
          <Numbers slug={slug} numbers={claims} />
        </p>
      )}
      {disposed === null ? null : (
        <p class="mute">
          {disposed.name}, <MomentText at={disposed.at} timeZone={zone} />: {disposed.reason}
        </p>
      )}
      {state === 'OPEN' && commandId !== null ? (
        <DisposalForm
          action={paths.staff(slug).disposals(claim.number, n)}
          commandId={commandId()}
          {...{ n, back, said }}
        />
      ) : null}
    </li>
  );
}

/** What the risk rules raised on a claim, each with its evidence, to be confirmed or dismissed on the spot. */
export function RiskCard(props: RiskCardProps) {
  const { slug, claim, mayInvestigate } = props;
  const { flags, risk, number } = claim;
  return (
    <Card title="Risk" id="risk" aside={<RiskScore risk={risk} />}>
      {flags.length === 0 ? (
        <p class="mute">No rule has raised anything on this claim.</p>
      ) : (
        <ul class="thread">
          {flags.map((flag) => (
            <Event {...props} flag={flag} />
          ))}
        </ul>
      )}
      {mayInvestigate ? (
        <p>
          <a href={paths.staff(slug).investigations({ claim: number })}>Investigate this claim</a>
        </p>
      ) : null}
    </Card>
  );
}
