import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { FlagMark, RiskScore } from '../risk/marks.tsx';
import { ruleNames } from '../risk/risk-words.ts';

type RequestRiskCardProps = {
  slug: string;
  authorization: Pick<Authorization, 'risk' | 'flags'>;
};

/** What the risk rules raised on a request, each with its evidence. A facility never sees this. */
export function RequestRiskCard({ slug, authorization: { risk, flags } }: RequestRiskCardProps) {
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
              <p>{evidence}</p>
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
                  <bdi>{disposed.name}</bdi>: <bdi>{disposed.reason}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
