import type { EnrolmentFacts } from '../../schema/domain/members/enrolment-facts.ts';
import { planMeant } from '../../schema/domain/members/plan-stated.ts';
import type { Permission } from '../../schema/domain/permissions.ts';
import type { PutEnrollee } from '../../schema/forms/put-enrollee.ts';
import type { Want } from '../actor/book.ts';
import type { TenantContext } from './handler.ts';
import { enrolleeKey } from './memory/enrollees.ts';
import { linkKey } from './memory/network.ts';
import type { TenantMemory } from './memory.ts';
import { todayOf } from './today.ts';
import { peekPerson, personMeant, wantsPerson } from './who.ts';

const principalOf = ({ principalMemberId, principalExternalId }: PutEnrollee) => ({
  memberId: principalMemberId,
  externalId: principalExternalId,
});

function facilityKey({ primaryFacilityId, primaryFacilityExternalId }: PutEnrollee): string | null {
  if (primaryFacilityId !== undefined) return linkKey.facility(primaryFacilityId);
  return primaryFacilityExternalId === undefined ? null : linkKey.external(primaryFacilityExternalId);
}

/** What an enrolment is decided upon and must be in memory: each load tells what else. */
export function wantsForEnrolment(memory: TenantMemory, input: PutEnrollee): Want[] {
  const found: Want[] = [
    ...wantsPerson(memory, input),
    ...wantsPerson(memory, principalOf(input)),
    { shelf: memory.clients, key: input.clientCode },
  ];
  // An id that is given to somebody must not be somebody else's.
  if (input.externalId !== undefined)
    found.push({ shelf: memory.enrollees, key: enrolleeKey.external(input.externalId) });
  const facility = facilityKey(input);
  if (facility !== null) found.push({ shelf: memory.links, key: facility });
  const principal = peekPerson(memory, principalOf(input));
  if (principal) {
    found.push({ shelf: memory.clients, key: principal.clientCode });
    found.push({ shelf: memory.families, key: principal.id });
  }
  const before = peekPerson(memory, input);
  if (before?.principalId) found.push({ shelf: memory.families, key: before.principalId });
  for (const plan of plansPossible(memory, input)) found.push({ shelf: memory.plans, key: plan });
  return found;
}

/** Every plan it can come to: which of them is settled when it is decided, a few days' difference apart. */
function plansPossible(memory: TenantMemory, input: PutEnrollee): string[] {
  if (input.plan !== undefined) return [input.plan];
  const principal = peekPerson(memory, principalOf(input));
  if (principal) return principal.plans.map(({ plan }) => plan);
  const [only] = memory.clients.peek(input.clientCode)?.offers ?? [];
  return only ? [only.plan] : [];
}

/** The facts of an enrolment, from memory. */
export function enrolmentFacts(
  input: PutEnrollee,
  context: TenantContext,
  may: (permission: Permission) => boolean,
): EnrolmentFacts {
  const { memory, at } = context;
  const today = todayOf(context);
  const before = personMeant(memory, input);
  const principal = personMeant(memory, principalOf(input));
  const client = memory.clients.get(principal?.clientCode ?? input.clientCode);
  const plan = planMeant(input, { before, principal, client, today });
  const facility = facilityKey(input);
  const link = facility === null ? null : memory.links.get(facility);
  const named =
    input.externalId === undefined ? null : memory.enrollees.get(enrolleeKey.external(input.externalId));
  return {
    today,
    at,
    may,
    before,
    named,
    principal,
    client,
    plan: plan === null ? null : memory.plans.get(plan),
    family: principal ? (memory.families.get(principal.id)?.members ?? []) : [],
    facilityId: link?.state === 'APPROVED' ? link.facilityId : null,
  };
}
