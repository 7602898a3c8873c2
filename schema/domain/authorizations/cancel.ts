import type { Decider } from '../claims/deciding.ts';
import type { Refusal } from '../refusal.ts';
import type { Authorization } from './authorization.ts';
import { refuseUnlessPossible } from './life.ts';
import { said, stepped } from './stepped.ts';

/**
 * → CANCELLED by its facility, or by the tenant's own people, before anything of it was used, with a reason where one is given.
 * What it reserved is released by whoever calls this.
 */
export function cancel(
  authorization: Authorization,
  { reason, from }: { reason?: string | undefined; from: 'tenant' | 'facility' },
  decider: Decider,
): Authorization | Refusal {
  const no = refuseUnlessPossible(authorization, 'cancel');
  if (no) return no;
  const conversation =
    reason === undefined
      ? authorization.conversation
      : said(authorization, decider, { from, kind: 'note', text: reason });
  return {
    ...stepped(authorization, decider, 'cancelled', { state: 'CANCELLED' }),
    dueAt: null,
    queriedAt: null,
    proposal: null,
    // Of what is not paid nothing can be held.
    holds: [],
    conversation,
  };
}
