import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { RiskFlag } from '../../../schema/domain/risk/flag.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Form, type FormErrors } from '../../ui/form.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { FlagMark, RiskScore } from './marks.tsx';
import { ruleNames } from './risk-words.ts';

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
  said: { n: number; reason: string; errors: FormErrors } | null;
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

function Disposal({ slug, claim, back, said, commandId, flag }: RiskCardProps & { flag: RiskFlag }) {
  const { n } = flag;
  const mine = said?.n === n ? said : null;
  const error = mine?.errors.reason ?? mine?.errors[''] ?? mine?.errors.verdict;
  return (
    <details open={mine !== null}>
      <summary>Confirm or dismiss</summary>
      <div class="stack">
        <Form action={paths.staff(slug).disposals(claim.number, n)} commandId={commandId?.()}>
          <input type="hidden" name="back" value={back} />
          <Textarea
            id={`f-reason-${n}`}
            name="reason"
            label="Why"
            hint="For your colleagues; the facility never sees it."
            rows={2}
            maxlength={500}
            value={mine?.reason ?? ''}
            error={error}
            autofocus={error !== undefined}
          />
          <div class="cluster">
            <Button name="verdict" value="CONFIRMED">
              Confirm
            </Button>
            <Button name="verdict" value="DISMISSED">
              Dismiss
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}

function Event(props: RiskCardProps & { flag: RiskFlag }) {
  const { slug, zone, flag, commandId } = props;
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
      <p>{evidence}</p>
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
      {state === 'OPEN' && commandId !== null ? <Disposal {...props} /> : null}
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
