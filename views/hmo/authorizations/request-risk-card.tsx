import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { DisposalForm, type DisposalSaid } from '../risk/disposal-form.tsx';
import { FlagMark, RiskScore } from '../risk/marks.tsx';
import { evidenceWords, ruleNames } from '../risk/risk-words.ts';

export type RequestRiskCardProps = {
  slug: string;
  zone: string;
  authorization: Pick<Authorization, 'number' | 'risk' | 'flags'>;
  /** the list one came from */
  back: string;
  /** a fresh command id for each form; null: this person looks and does not dispose */
  disposeId: (() => string) | null;
  /** what was entered for an event and refused */
  said: DisposalSaid | null;
};

/** What the risk rules raised on a request, each with its evidence, to be confirmed or dismissed. A facility never sees this. */
export function RequestRiskCard({ slug, zone, authorization, back, disposeId, said }: RequestRiskCardProps) {
  const { number: own, risk, flags } = authorization;
  const to = paths.staff(slug);
  return (
    <Card title="Risk" id="risk" aside={<RiskScore risk={risk} />}>
      {flags.length === 0 ? (
        <p class="mute">No rule has raised anything on this request.</p>
      ) : (
        <ul class="thread">
          {flags.map(({ n, rule, weight, evidence, claims, line, state, disposed }) => (
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
                  Named:{' '}
                  {claims.map((number, i) => (
                    <>
                      {i === 0 ? '' : ', '}
                      <a href={number.startsWith('PA-') ? to.authorization(number) : to.claim(number)}>
                        {number}
                      </a>
                    </>
                  ))}
                </p>
              )}
              {disposed === null ? null : (
                <p class="mute">
                  <bdi>{disposed.name}</bdi>, <MomentText at={disposed.at} timeZone={zone} />:{' '}
                  <bdi>{disposed.reason}</bdi>
                </p>
              )}
              {state === 'OPEN' && disposeId !== null ? (
                <DisposalForm
                  action={to.requestDisposals(own, n)}
                  commandId={disposeId()}
                  {...{ n, back, said }}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
