import type { Claim, Step } from '../../schema/domain/claims/claim.ts';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { stateWords } from './state-badge.tsx';

type HistoryCardProps = {
  history: readonly Step[];
  zone: string;
  /** The rule under which the system approved the claim, or left it to a person to check. */
  straightThrough?: Claim['straightThrough'];
};

/** What happened to the claim, oldest first. */
export function HistoryCard({ history, zone, straightThrough = null }: HistoryCardProps) {
  const byRule = straightThrough !== null && !straightThrough.sampled ? straightThrough.rule : null;
  const last = history.findLastIndex(({ state }) => state === 'APPROVED');
  return (
    <Card title="History">
      <Timeline
        entries={history.map((step, index) => ({
          when: <MomentText at={step.at} timeZone={zone} />,
          what: (
            <>
              {stateWords(step.state)}
              {byRule !== null && index === last ? (
                <>
                  {' by rule '}
                  <bdi>{byRule}</bdi>
                </>
              ) : step.by ? (
                <>
                  {' by '}
                  <bdi>{step.by}</bdi>
                </>
              ) : null}
            </>
          ),
        }))}
      />
      {straightThrough?.sampled ? (
        <p class="hint">
          Rule <bdi>{straightThrough.rule}</bdi> would have approved this claim; it was sampled for a check.
        </p>
      ) : null}
    </Card>
  );
}
