import { dateIn, localTime, type Moment } from '../../schema/domain/dates.ts';
import { formatDate } from '../ui/date-text.tsx';
import { hasteOf, timeLeftWords } from './time-left.ts';

/** A clock that somebody must answer by. */
export interface Clock {
  dueAt: Moment;
  /** how long it ran from the beginning */
  clock_ms: number;
  /** it stands while the facility is asked */
  stands: boolean;
}

type CountdownProps = { clock: Clock | null; now: Moment; zone: string };

/** `16:20`, or with its day where that is not today. */
function dueText(zone: string, at: Moment, now: Moment): string {
  const [date = '', time = ''] = localTime(zone, at).split('T');
  const day = date === dateIn(zone, now) ? '' : `${formatDate(date, undefined, false)} `;
  return day + time.slice(0, 5);
}

/**
 * How much time is left to answer: in words, with a shape and a colour that change in the last quarter and past the end. A script
 * counts it down from the two figures; without script the moment by which it is due says the same.
 */
export function Countdown({ clock, now, zone }: CountdownProps) {
  if (clock === null) return <span class="mute" data-clock="" />;
  const { dueAt, clock_ms, stands } = clock;
  if (stands)
    return (
      <span class="clock" data-clock="">
        <b>stands</b> <small>waits for the facility</small>
      </span>
    );
  const left_ms = dueAt - now;
  return (
    <span class={`clock ${hasteOf(left_ms, clock_ms)}`} data-clock={clock_ms} data-due={dueAt}>
      <b class="if-script">{timeLeftWords(left_ms)}</b>{' '}
      <small>
        {left_ms > 0 ? 'by' : 'due'} {dueText(zone, dueAt, now)}
      </small>
    </span>
  );
}
