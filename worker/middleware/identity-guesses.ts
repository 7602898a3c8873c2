import { type Allowance, TokenBuckets } from './token-bucket.ts';

/** So many wrong birth dates or names for one member id: more than typing goes wrong, far fewer than there are dates. */
const guess_allowance: Allowance = { rate: 1 / 60, burst: 20 };

const wrong = new TokenBuckets(guess_allowance);

/** A facility that says who a member is. */
interface Guess {
  facilityId: string;
  tenantId: string;
  member: string;
}

const keyOf = ({ facilityId, tenantId, member }: Guess) =>
  `${facilityId} ${tenantId} ${member.trim().toUpperCase()}`;

/**
 * A facility is about to say who a member is: how many seconds it has to wait before it may; 0: it may, and that counts as
 * wrong until `wasRight` says otherwise, so that many at once count as many. A member id tells nobody's name without the
 * birth date, and birth dates are few enough to be tried through.
 */
export function beginGuess(guess: Guess): number {
  const [key, now] = [keyOf(guess), Date.now()];
  const wait_s = wrong.wait_s(key, now);
  if (wait_s === 0) wrong.take(key, now);
  return wait_s;
}

/** It was them, or it was never looked at. */
export const wasRight = (guess: Guess): void => wrong.give(keyOf(guess), Date.now());
