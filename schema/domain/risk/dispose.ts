import type { Claim } from '../claims/claim.ts';
import type { Decider } from '../claims/deciding.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** What somebody says a risk event was. */
export const verdicts = ['CONFIRMED', 'DISMISSED'] as const;
/** One of them. */
export type Verdict = (typeof verdicts)[number];

/** Which event, what it was, and why. */
export interface Disposal {
  n: number;
  verdict: Verdict;
  reason: string;
}

const inWords: Readonly<Record<Verdict, string>> = { CONFIRMED: 'confirmed', DISMISSED: 'dismissed' };

/**
 * OPEN → CONFIRMED or DISMISSED, of a claim or a request (claims.md, Risk): the score is of what is left. The version stays: no
 * figure that a decision names has changed. Refused: an event that there is not, and one that somebody has disposed of.
 */
export function dispose<T extends Pick<Claim, 'number' | 'flags'>>(
  flagged: T,
  { n, verdict, reason }: Disposal,
  decider: Decider,
  riskOf: (after: T) => number,
): T | Refusal {
  const { number } = flagged;
  const flag = flagged.flags.find((each) => each.n === n);
  if (!flag) return refuse('not_found', `${number} has no risk event ${n}.`);
  if (flag.state !== 'OPEN')
    return refuse(
      'wrong_state',
      `${flag.disposed?.name ?? 'Somebody'} has already ${inWords[flag.state]} this risk event of ${number}.`,
    );
  const { at, id: by, name } = decider;
  const flags = flagged.flags.map((each) =>
    each === flag ? { ...flag, state: verdict, disposed: { by, name, at, reason } } : each,
  );
  const after = { ...flagged, flags };
  return { ...after, risk: riskOf(after) };
}
