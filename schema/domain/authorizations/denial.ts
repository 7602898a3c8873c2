import type { Claim } from '../claims/claim.ts';
import type { Moment } from '../dates.ts';
import type { Verdict } from '../risk/dispose.ts';
import type { RiskFlag } from '../risk/flag.ts';
import { riskOf } from '../risk/raise.ts';
import { riskOfRequest } from './answer-alert.ts';
import type { Authorization } from './authorization.ts';

/** Who said what came of an event, when and why. */
type Disposed = NonNullable<RiskFlag['disposed']>;

/** The request's own event that its enrollee denied it; null: there is none. */
const denialOf = ({ flags }: Pick<Authorization, 'flags'>): RiskFlag | null =>
  flags.findLast(({ rule }) => rule === 'not_me') ?? null;

/** The request whose denial was looked into: what was found is said of the event, if nobody has yet. */
export function denialSettled(
  authorization: Authorization,
  verdict: Verdict,
  disposed: Disposed,
): Authorization {
  const isOpen = ({ rule, state }: RiskFlag) => rule === 'not_me' && state === 'OPEN';
  if (!authorization.flags.some(isOpen)) return authorization;
  const flags = authorization.flags.map((flag) =>
    isOpen(flag) ? { ...flag, state: verdict, disposed } : flag,
  );
  const after = { ...authorization, flags };
  return { ...after, risk: riskOfRequest(after) };
}

const evidenceOf = ({ number }: Pick<Authorization, 'number'>): string =>
  `The enrollee says that the visit of ${number} is not theirs.`;

/**
 * A claim that names a request which the enrollee denied: it has that event too, and what was found of it is said of it as
 * well. The same object where nothing of it changes.
 */
export function withDenial<T extends Pick<Claim, 'flags' | 'risk'>>(
  claim: T,
  authorization: Pick<Authorization, 'number' | 'flags'>,
  at: Moment,
): T {
  const denial = denialOf(authorization);
  if (!denial) return claim;
  const evidence = evidenceOf(authorization);
  const own = claim.flags.find((flag) => flag.rule === 'not_me' && flag.evidence === evidence);
  if (own && (own.state === denial.state || own.state !== 'OPEN')) return claim;
  const { state, disposed } = denial;
  const n = claim.flags.reduce((most, flag) => Math.max(most, flag.n), 0) + 1;
  const raised: RiskFlag = { ...denial, evidence, n, at };
  const flags = own
    ? claim.flags.map((flag) => (flag === own ? { ...flag, state, disposed } : flag))
    : [...claim.flags, raised];
  return { ...claim, flags, risk: riskOf(flags) };
}
