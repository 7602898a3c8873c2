import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { hold } from '../../../schema/domain/claims/holding.ts';
import { ranked } from '../../../schema/domain/claims/rank.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { Want } from '../../actor/book.ts';
import { flagsMoved } from '../flagging.ts';
import type { TenantContext } from '../handler.ts';
import { namedWants } from '../judging/codes-named.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { changedClaim } from '../on-claim.ts';
import { withDenials } from './with-denials.ts';

/** So many claims are held by the very command that names them; beyond, each is as soon as the sweep has come to it. */
const at_once_max = 100;

/** The claims that a hold which begins now binds at once. */
const first = (numbers: readonly string[]): string[] => [...new Set(numbers)].slice(0, at_once_max);

/** What must be in memory to hold claims that an investigation names. */
export const holdClaimsWants = (memory: TenantMemory, numbers: readonly string[]): Want[] =>
  first(numbers).flatMap((number) => {
    const id = claimIdOf(number);
    if (id === null) return [];
    const claim = memory.claims.peek(String(id));
    return [{ shelf: memory.claims, key: String(id) }, ...(claim ? namedWants(memory, claim) : [])];
  });

/** A claim whose holds were changed, with what its enrollee says of it; null where nothing of it is another now. */
export function heldOtherwise(before: Claim, held: Claim, context: TenantContext): Claim | null {
  const settings = context.memory.settings.get(only);
  const said = withDenials(held, context);
  const after = said.risk === held.risk || !settings ? said : ranked(said, settings);
  if (after === before) return null;
  changedClaim(before, after, null, context);
  flagsMoved(before.flags, after, context);
  return after;
}

/** The investigation holds these claims from this command on, as far as they can be held: those that changed. */
export function holdClaims(
  numbers: readonly string[],
  investigation: string,
  context: TenantContext,
): Claim[] {
  return first(numbers).flatMap((number) => {
    const claim = context.memory.claims.get(String(claimIdOf(number) ?? ''));
    return claim ? (heldOtherwise(claim, hold(claim, investigation, context.at), context) ?? []) : [];
  });
}
