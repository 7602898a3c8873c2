import { day_ms, type Moment } from '../dates.ts';

/** Ways out of the product. */
export type SendingChannel = 'push' | 'email' | 'sms';

/** Whether a way to tell somebody leads out of the product. */
export const isSent = (channel: string): channel is SendingChannel =>
  channel === 'push' || channel === 'email' || channel === 'sms';

/** What became of an attempt: taken in; not now; the browser is no longer there; never, by this way. */
export const attemptOutcomes = ['sent', 'again', 'gone', 'refused'] as const;
/** One of them. */
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/**
 * What a message is: an alert asks, a notice says that there is something to see, an invitation leads to a portal of one's own,
 * and a client hears in figures what its people say.
 */
export type SendingKind = 'alert' | 'notice' | 'invitation' | 'client';

/** One message to one person by one way. What it says is put together when it is sent; nothing of that is kept. */
export interface Sending {
  /** also the message's own id, so that whoever gets it twice knows it */
  id: string;
  kind: SendingKind;
  channel: SendingChannel;
  /** enrollee id; a client's code */
  to: string;
  /** the alert's request, by number; a notice's topic and whatever it is about; the id that an invitation's secret follows from; a
   * client's month, and how many */
  about: string;
  /** the browser's endpoint; null: it goes by e-mail or as a text message */
  endpoint: string | null;
  state: 'WAITING' | 'SENT' | 'FAILED';
  at: Moment;
  attempts: number;
  /** null: it is sent, or given up */
  nextAt: Moment | null;
  /** why the last attempt came to nothing, as a short word; null: it did not */
  fault: string | null;
}

const pause_ms_min = 2_000;
const pause_ms_max = 15 * 60_000;
/** Who was asked a day ago is not reached any more by being asked again. */
const given_up_ms = day_ms;

/** A message that goes out at `at`. */
export const sending = (
  what: Pick<Sending, 'id' | 'kind' | 'channel' | 'to' | 'about' | 'endpoint'>,
  at: Moment,
): Sending => ({ ...what, state: 'WAITING', at, attempts: 0, nextAt: at, fault: null });

/** How long after so many attempts the next one is made: doubling from two seconds to a quarter of an hour. */
export const pauseAfter = (attempts: number): number =>
  Math.min(pause_ms_max, pause_ms_min * 2 ** Math.max(0, attempts - 1));

/** The message after an attempt. It is given up once nobody will take it, or after a day. */
export function attempted(
  before: Sending,
  { outcome, fault, at }: { outcome: AttemptOutcome; fault: string | null; at: Moment },
): Sending {
  const attempts = before.attempts + 1;
  if (outcome === 'sent') return { ...before, state: 'SENT', attempts, nextAt: null, fault: null };
  const nextAt = at + pauseAfter(attempts);
  if (outcome !== 'again' || nextAt > before.at + given_up_ms)
    return { ...before, state: 'FAILED', attempts, nextAt: null, fault };
  return { ...before, attempts, nextAt, fault };
}
