import type { Decider } from '../claims/deciding.ts';
import type { Refusal } from '../refusal.ts';
import type { Authorization } from './authorization.ts';
import { refuseUnlessPossible } from './life.ts';
import { said, stepped } from './stepped.ts';

/**
 * → CANCELLED by its facility, or by the tenant's own people, before anything of it was used, with a reason where one is given.
 * What it reserved is released by whoever calls this. What an investigation holds stays held: nobody gets out of one by taking
 * a request back, and a claim that names it later is held like those before.
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
    conversation,
  };
}
