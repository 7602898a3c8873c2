import type { CoverStep } from '../../../schema/domain/cover/cover.ts';
import { everSince } from '../../../schema/domain/members/cover-dates.ts';
import { DayText, MomentText } from '../../ui/date-text.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { CoverBadge } from './cover-state.tsx';

/** Every step of a cover with its reason, the latest first; `at` says when it was recorded. */
export function CoverHistory({ steps, zone }: { steps: readonly CoverStep[]; zone: string }) {
  const shown = steps.filter(({ from }) => from !== everSince.from).toReversed();
  return (
    <Timeline
      entries={shown.map(({ from, state, reason, at }) => ({
        when: <DayText date={from} />,
        what: (
          <>
            <CoverBadge state={state} /> <bdi>{reason}</bdi>
            {at === 0 ? null : (
              <small class="mute">
                {' '}
                recorded <MomentText at={at} timeZone={zone} year />
              </small>
            )}
          </>
        ),
      }))}
    />
  );
}
