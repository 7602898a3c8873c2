import type { LinkLife, LinkSide, LinkStep, Period } from '../../schema/domain/network/link.ts';
import { beginning } from '../../schema/domain/network/link.ts';
import { Card } from '../ui/card.tsx';
import { DayText, MomentText } from '../ui/date-text.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { linkStepWords } from './link-words.ts';

/** Days in force: `5 Nov 2026 – 20 Nov 2026`; one that still runs has no second day. */
export function PeriodText({ period: { from, to } }: { period: Period }) {
  return (
    <span class="nowrap">
      {from === beginning ? (
        'From the beginning'
      ) : (
        <>
          {to === null ? 'Since ' : ''}
          <DayText date={from} />
        </>
      )}
      {to === null ? null : (
        <>
          {' – '}
          <DayText date={to} />
        </>
      )}
    </span>
  );
}

type InForceCardProps = {
  link: Pick<LinkLife, 'state' | 'inForce' | 'startsOn'>;
  /** who asked last, by name */
  asker: string;
};

/** On which days the link was in force: what was done then can be claimed. */
export function InForceCard({ link: { state, inForce, startsOn }, asker }: InForceCardProps) {
  const isAsked = state === 'REQUESTED';
  return (
    <Card title="In force">
      {isAsked ? (
        <p>
          <bdi>{asker}</bdi> asked. It is in force{' '}
          {startsOn === null ? (
            'from the day on which the other side accepts.'
          ) : (
            <>
              from <DayText date={startsOn} />, once the other side accepts.
            </>
          )}
        </p>
      ) : null}
      {inForce.length === 0 && !isAsked ? <p>It never was.</p> : null}
      {inForce.length === 0 ? null : (
        <ul>
          {inForce.map((period) => (
            <li>
              <PeriodText period={period} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type LinkHistoryCardProps = {
  history: readonly LinkStep[];
  zone: string;
  /** what the two sides are called here */
  names: Readonly<Record<LinkSide, string>>;
};

/** What became of the link, the newest first: who, when, and what they gave as their reason. */
export function LinkHistoryCard({ history, zone, names }: LinkHistoryCardProps) {
  if (history.length === 0) return null;
  const entries = history.map(({ at, state, side, by, reason }, i) => ({
    when: <MomentText at={at} timeZone={zone} year />,
    what: (
      <>
        <b>{linkStepWords(state, history[i - 1]?.state)}</b> by <bdi>{by}</bdi>
        {side === null ? null : (
          <>
            , <bdi>{names[side]}</bdi>
          </>
        )}
        {reason === null ? null : (
          <>
            : “<bdi>{reason}</bdi>”
          </>
        )}
      </>
    ),
  }));
  return (
    <Card title="History">
      <Timeline entries={entries.reverse()} />
    </Card>
  );
}
