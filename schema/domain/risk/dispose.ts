import type { Claim } from '../claims/claim.ts';
import type { Decider } from '../claims/deciding.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { riskOf } from './raise.ts';

/** What somebody says a risk event was. */
export const verdicts = ['CONFIRMED', 'DISMISSED'] as const;
/** One of them. */
export type Verdict = (typeof verdicts)[number];

/** Which event of a claim, what it was, and why. */
export interface Disposal {
  n: number;
  verdict: Verdict;
  reason: string;
}

const inWords: Readonly<Record<Verdict, string>> = { CONFIRMED: 'confirmed', DISMISSED: 'dismissed' };

/**
 * OPEN → CONFIRMED or DISMISSED (claims.md, Risk): the score is of what is left. The claim's version stays: no figure that a
 * decision names has changed. Refused: an event that the claim does not have, and one that somebody has disposed of.
 */
export function dispose(claim: Claim, { n, verdict, reason }: Disposal, decider: Decider): Claim | Refusal {
  const flag = claim.flags.find((each) => each.n === n);
  if (!flag) return refuse('not_found', `Claim ${claim.number} has no risk event ${n}.`);
  if (flag.state !== 'OPEN')
    return refuse(
      'wrong_state',
      `${flag.disposed?.name ?? 'Somebody'} has already ${inWords[flag.state]} this risk event of claim ${claim.number}.`,
    );
  const { at, id: by, name } = decider;
  const flags = claim.flags.map((each) =>
    each === flag ? { ...flag, state: verdict, disposed: { by, name, at, reason } } : each,
  );
  return { ...claim, flags, risk: riskOf(flags) };
}
