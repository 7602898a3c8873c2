import type { Claim } from '../../schema/domain/claims/claim.ts';
import { maySee } from '../../schema/domain/members/may-see.ts';
import type { ToldMembers } from '../../schema/domain/members/member-news.ts';
import type { TenantContext } from './handler.ts';
import { enrolleeKey } from './memory/enrollees.ts';
import { tellMembers } from './telling.ts';
import { todayOf } from './today.ts';

/**
 * Whose open pages hear that a claim stands otherwise: the person's, and their principal's who may see it, as far as they have
 * portals. Whoever is not in memory is not told, and reads what is so when they look.
 */
export function toldOfClaim(before: Claim | null, after: Claim, context: TenantContext): ToldMembers[] {
  if (before?.state === after.state) return [];
  const { enrollees } = context.memory;
  const person = enrollees.peek(enrolleeKey.id(after.enrolleeId));
  if (!person) return [];
  const principal = person.principalId === null ? null : enrollees.peek(enrolleeKey.id(person.principalId));
  const today = todayOf(context);
  const to = [person, principal].flatMap((each) =>
    each?.portal?.state === 'ACTIVE' && maySee(each, person, today) ? [each.id] : [],
  );
  // Where it is received by itself, it was sent all the same.
  const what = before === null && after.state === 'RECEIVED' ? 'SUBMITTED' : after.state;
  return to.length === 0
    ? []
    : tellMembers({ topic: 'claims', about: after.number, what }, person, to, context);
}
