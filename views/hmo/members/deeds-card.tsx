import type { ComponentChildren } from 'preact';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Timeline } from '../../ui/timeline.tsx';

/** One thing that was done, as the journal has it. */
export interface Deed {
  at: number;
  by: string;
  what: ComponentChildren;
}

/** Who did what, and when: the latest first. */
export function DeedsCard({ deeds, zone }: { deeds: readonly Deed[]; zone: string }) {
  return (
    <Card title="History">
      {deeds.length === 0 ? (
        <p class="mute">Nothing is recorded yet.</p>
      ) : (
        <Timeline
          entries={deeds.map(({ at, by, what }) => ({
            when: <MomentText at={at} timeZone={zone} year />,
            what: (
              <>
                {what} by <bdi>{by}</bdi>
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}
