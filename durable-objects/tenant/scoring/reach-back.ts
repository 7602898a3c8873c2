import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { ranked } from '../../../schema/domain/claims/rank.ts';
import { raiseReached } from '../../../schema/domain/risk/raise.ts';
import type { Reached } from '../../../schema/domain/risk/reach.ts';
import type { TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import { flagsMoved } from '../flagging.ts';
import type { TenantContext } from '../handler.ts';
import { changedClaim } from '../on-claim.ts';
import { isOpen } from '../place.ts';

/** Earlier claims as they are once what was found on a later one is said of them, and those that were not in memory for it. */
export interface ReachedBack {
  also: readonly Claim[];
  unreached: ReadonlySet<number>;
}

/**
 * Says of earlier claims what was found later and is about them as well: their events, their counts, and where somebody still has
 * to decide, their place in the queue. No version counts up: what they ask for and what is recommended of it stay.
 */
export function reachBack(
  reached: readonly Reached[],
  settings: TenantSettings,
  context: TenantContext,
): ReachedBack {
  const { memory, at } = context;
  const unreached = new Set<number>();
  const changed = new Map<number, { before: Claim; after: Claim }>();
  for (const { id, finding } of reached) {
    const before = changed.get(id)?.before ?? memory.claims.peek(String(id));
    if (before === undefined) unreached.add(id);
    if (!before) continue;
    const known = changed.get(id)?.after ?? before;
    const after = raiseReached(known, finding, at);
    if (after !== known) changed.set(id, { before, after });
  }
  const also = [...changed.values()].map(({ before, after }) => {
    const placed = isOpen(after.state) ? ranked(after, settings) : after;
    changedClaim(before, placed, null, context);
    flagsMoved(before.flags, placed, context);
    return placed;
  });
  return { also, unreached };
}
