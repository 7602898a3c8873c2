import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { maySee } from '../../schema/domain/members/may-see.ts';
import { enrolleeOf } from '../../schema/domain/members/portal-id.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { TenantContext } from './handler.ts';
import { enrolleeKey } from './memory/enrollees.ts';
import type { TenantMemory } from './memory.ts';
import { todayOf } from './today.ts';

/** The covered person who sends a command from their own portal, loaded as whoever sends it; null: it is nobody's. */
export function senderOf(memory: TenantMemory, { organisation }: Principal): Enrollee | null {
  const covered = organisation.kind === 'enrollee' ? enrolleeOf(organisation.id) : null;
  return covered && memory.enrollees.get(enrolleeKey.id(covered.enrolleeId));
}

/** Whether a command about a person is within its sender's reach: an enrollee's are their own and those they may see. */
export function reachesPerson(context: TenantContext, person: Enrollee): boolean {
  const { memory, principal } = context;
  if (principal.organisation.kind !== 'enrollee') return true;
  const sender = senderOf(memory, principal);
  return sender !== null && maySee(sender, person, todayOf(context));
}
