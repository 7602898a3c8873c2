import type { Step } from '../../schema/domain/claims/claim.ts';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { stateWords } from './state-badge.tsx';

/** What happened to the claim, oldest first. */
export function HistoryCard({ history, zone }: { history: readonly Step[]; zone: string }) {
  return (
    <Card title="History">
      <Timeline
        entries={history.map((step) => ({
          when: <MomentText at={step.at} timeZone={zone} />,
          what: (
            <>
              {stateWords(step.state)}
              {step.by ? (
                <>
                  {' by '}
                  <bdi>{step.by}</bdi>
                </>
              ) : null}
            </>
          ),
        }))}
      />
    </Card>
  );
}
