import type { Household } from '../../../schema/domain/cover/cover.ts';
import type { PlanVersion } from '../../../schema/domain/plans/plan.ts';
import type { Want } from '../../actor/book.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';

/** A person with those whose cover theirs follows from; null while they are not in memory. */
export function householdOf(memory: TenantMemory, person: Enrollee): Household | null {
  const client = memory.clients.peek(person.clientCode);
  const principal =
    person.principalId === null ? null : memory.enrollees.peek(enrolleeKey.id(person.principalId));
  if (!client || principal === undefined) return null;
  return { person, principal, client };
}

/** Plans that a person was or is on, a dependant's principal's among them. */
function plansOf({ person, principal }: Pick<Household, 'person' | 'principal'>): string[] {
  const steps = [...person.plans, ...(principal?.plans ?? [])];
  return [...new Set(steps.map(({ plan }) => plan))];
}

/** The person's client, principal and plans. */
export function householdWants(memory: TenantMemory, person: Enrollee): Want[] {
  const wants: Want[] = [{ shelf: memory.clients, key: person.clientCode }];
  const { principalId } = person;
  if (principalId !== null) wants.push({ shelf: memory.enrollees, key: enrolleeKey.id(principalId) });
  const principal =
    principalId === null ? null : (memory.enrollees.peek(enrolleeKey.id(principalId)) ?? null);
  for (const plan of plansOf({ person, principal })) wants.push({ shelf: memory.plans, key: plan });
  return wants;
}

/** Published versions of a household's plans, by plan code, as far as they are in memory. */
export function versionsOf(memory: TenantMemory, household: Household): Map<string, readonly PlanVersion[]> {
  return new Map(plansOf(household).map((plan) => [plan, memory.plans.peek(plan)?.versions ?? []]));
}
