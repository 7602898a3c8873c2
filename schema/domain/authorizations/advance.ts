import type { Decider } from '../claims/deciding.ts';
import type { Appeal } from './appeal.ts';
import type { Authorization } from './authorization.ts';
import type { DueStage } from './next-at.ts';
import type { AuthorizationStep } from './parts.ts';
import { stepped } from './stepped.ts';

type Told = Pick<Decider, 'at' | 'name'>;

/** Something for the history that changes nothing for whoever decides: the version stays, and what they saw is still so. */
const noted = (
  one: Authorization,
  { at, name }: Told,
  what: AuthorizationStep['what'],
  detail = '',
): Authorization => ({
  ...one,
  history: [...one.history, { at, what, by: name, detail }],
});

/**
 * Nobody has answered in time. Where the scheme lets the facility proceed, `reference` is what its claims name in place of a
 * code; that changes the request for both sides.
 */
function breached(one: Authorization, told: Told, reference: string): Authorization {
  const breach = { at: told.at, reference: one.mayProceed ? reference : null };
  const after = { ...one, breach };
  return one.mayProceed
    ? stepped(after, told, 'breached', { detail: reference })
    : noted(after, told, 'breached');
}

const appealTold = (one: Authorization, change: Partial<Appeal>): Authorization => ({
  ...one,
  appeals: one.appeals.map((appeal) => (appeal.state === 'OPEN' ? { ...appeal, ...change } : appeal)),
});

/**
 * What the clock does with a request. The end of a reservation is booked by whoever calls this: here it is only noted.
 * `reference` is a breach reference of its own, whether or not it is needed.
 */
export function advanced(one: Authorization, stage: DueStage, told: Told, reference: string): Authorization {
  switch (stage) {
    case 'warn':
      return noted({ ...one, warnedAt: told.at }, told, 'due soon');
    case 'breach':
      return breached(one, told, reference);
    case 'warn of the appeal':
      return noted(appealTold(one, { warnedAt: told.at }), told, 'due soon');
    case 'breach of the appeal':
      return noted(appealTold(one, { breachedAt: told.at }), told, 'breached');
    case 'expire':
      return stepped(one, told, 'expired', { state: 'EXPIRED', detail: one.validTo ?? '' });
    case 'release':
      return stepped(one, told, 'released', { detail: one.reservedTo ?? '' });
    default:
      return stage satisfies never;
  }
}
