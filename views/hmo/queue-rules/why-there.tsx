import type { ComponentChildren } from 'preact';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { Urgency } from '../../../schema/domain/claims/rank.ts';
import { localTime } from '../../../schema/domain/dates.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { formatDate } from '../../ui/date-text.tsx';

/** What of a claim says why it stands where it stands. */
export type Standing = Pick<Claim, 'dueAt' | 'submittedAt' | 'claimed' | 'risk'>;

/** `risk`: the score may be seen. */
type How = { zone: string; currency: string; risk: boolean };

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Fri 27 Nov 14:00`, where the organisation is. */
export function weekdayTime(zone: string, at: number): string {
  const [date = '', time = ''] = localTime(zone, at).split('T');
  const day = days[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${day} ${formatDate(date, undefined, false)} ${time.slice(0, 5)}`;
}

/** Hours to a tenth; what is less moves nothing that anybody sees. */
function hoursMoved(hours: number): string | null {
  const tenths = Math.round(Math.abs(hours) * 10) / 10;
  return tenths === 0 ? null : `${tenths}\u00a0h ${hours < 0 ? 'later' : 'earlier'}`;
}

/** Why a claim stands where it stands: its due moment, then what moves it, each with its hours (claims.md, Queue order). */
export function whyThere(claim: Standing, urgency: Urgency, { zone, currency, risk }: How): string[] {
  if (claim.dueAt === null)
    return [`Not received yet: it stands at when it came, ${weekdayTime(zone, claim.submittedAt)}`];
  const amount = formatMoney(claim.claimed, currency, { symbol: true }).replace(/\.00$/, '');
  const moved: [number, string][] = [
    // The hours say the score: who may not see it is told nothing of either.
    [risk ? urgency.riskHours : 0, `for risk ${claim.risk}`],
    [urgency.valueHours, `for ${amount}`],
    ...urgency.rules.map(({ name, hours }): [number, string] => [hours, `by rule ‘${name}’`]),
  ];
  const parts = moved.flatMap(([hours, why]) => {
    const words = hoursMoved(hours);
    return words === null ? [] : [`${words} ${why}`];
  });
  return [`Due ${weekdayTime(zone, claim.dueAt)}`, ...parts];
}

/** All of it in one line. */
export const standingWords = (words: readonly string[]): string => words.join(' · ');

/**
 * The words behind what they explain: opened by key, touch or pointer, with and without script. A row of a list leaves them
 * out and the script asks for them when it is opened: the words of fifty rows weigh as much as the rows.
 */
export function WhyThere({ words, shown }: { words?: readonly string[]; shown: ComponentChildren }) {
  return (
    <details class="why" name="why">
      <summary>{shown}</summary>
      {words === undefined ? (
        <p aria-live="polite" hx-morph-skip-children>
          The claim’s page says why.
        </p>
      ) : (
        <p>{standingWords(words)}</p>
      )}
    </details>
  );
}
