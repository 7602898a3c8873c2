import { claimIdOf } from '../../../schema/domain/ids.ts';
import { remainingWords } from '../../../schema/domain/piles/remaining.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { VetNext } from '../../../schema/forms/piles.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';
import type { TenantMemory } from '../memory.ts';
import { nextCandidates, nextClaim, remainingIn } from '../piles/candidates.ts';
import { leased } from '../taking.ts';

/** So many candidates are brought into memory at once: so many people who ask together each get one of their own. */
const candidates_max = 60;

const leftOf = ({ after }: VetNext): number | null => (after === undefined ? null : claimIdOf(after));

/** While a lost view is read again, nobody knows what comes next. */
export const rebuilding = (): Refusal =>
  refuse('unavailable', 'The queue is being put in order again. Try once more in a moment.');

function candidateWants(memory: TenantMemory, input: VetNext, principal: Parameters<typeof remainingIn>[2]) {
  const wants: Want[] = [];
  for (const id of nextCandidates(memory, input, { left: leftOf(input), principal })) {
    wants.push({ shelf: memory.claims, key: String(id) });
    if (wants.length === candidates_max) break;
  }
  return wants;
}

/** The most urgent claim of a pile that nobody else has, leased to whoever asks; first what they still hold of it. */
export const vetNext: TenantHandler<'VetNext'> = {
  wants: (memory, input, principal) => [
    { shelf: memory.links, key: linkKey.facility(input.facilityId) },
    ...(memory.order.complete ? candidateWants(memory, input, principal) : []),
  ],
  decide: (input, context) => {
    const { memory, principal, at } = context;
    if (!memory.order.complete) return rebuilding();
    const claim = nextClaim(memory, input, { left: leftOf(input), principal, at });
    if (claim === null) return refuse('wrong_state', remainingWords(remainingIn(memory, input, principal)));
    const done = leased(claim, context);
    if (isRefusal(done)) return done;
    const { taken: _, ...decision } = done;
    return decision;
  },
};
