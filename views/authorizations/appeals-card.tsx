import type { Appeal } from '../../schema/domain/authorizations/appeal.ts';
import { ReasonList, type ReasonNames } from '../claims/reason-list.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { appealWords } from './words.ts';

const tones: Readonly<Record<Appeal['state'], Tone>> = { OPEN: 'warn', UPHELD: 'neutral', OVERTURNED: 'ok' };

type AppealsCardProps = {
  appeals: readonly Appeal[];
  zone: string;
  reasonNames: ReasonNames;
  /** to a facility who of the tenant's people decided is not told */
  named: boolean;
  covered?: boolean;
};

/** Every appeal with what it adds, and what became of it; nothing where there was none. */
export function AppealsCard({ appeals, zone, reasonNames, named, covered = false }: AppealsCardProps) {
  if (appeals.length === 0) return null;
  return (
    <Card title={appeals.length === 1 ? 'Appeal' : 'Appeals'} id="appeals">
      <ul class="thread">
        {appeals.map(({ n, state, at, by, text, decided }) => (
          <li>
            <div class="from">
              <b>
                {n}. <bdi>{by}</bdi> appeals
              </b>
              <MomentText at={at} timeZone={zone} year />
            </div>
            {covered ? (
              <p class="mute">Shown to those who may see clinical detail.</p>
            ) : (
              <p>
                <bdi>{text}</bdi>
              </p>
            )}
            <p>
              <Badge tone={tones[state]}>{appealWords[state]}</Badge>
            </p>
            {decided === null ? null : (
              <>
                <p>
                  <bdi>{decided.sentence}</bdi>
                </p>
                <p class="mute small">
                  {named ? (
                    <>
                      <bdi>{decided.name}</bdi>,{' '}
                    </>
                  ) : null}
                  <MomentText at={decided.at} timeZone={zone} year />
                  {decided.reasons.length === 0 ? null : (
                    <>
                      {' · '}
                      <ReasonList reasons={decided.reasons} names={reasonNames} />
                    </>
                  )}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
