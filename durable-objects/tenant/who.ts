import type { Want } from '../actor/book.ts';
import { type Enrollee, enrolleeKey } from './memory/enrollees.ts';
import type { TenantMemory } from './memory.ts';

/** A person as a command names them: by member id or by the integrator's id. */
export interface Who {
  memberId?: string | undefined;
  externalId?: string | undefined;
}

const keyOf = ({ memberId, externalId }: Who): string | null => {
  if (memberId !== undefined) return enrolleeKey.member(memberId);
  return externalId === undefined ? null : enrolleeKey.external(externalId);
};

/** What must be in memory to know whom a command names. */
export function wantsPerson(memory: TenantMemory, who: Who): Want[] {
  const key = keyOf(who);
  return key === null ? [] : [{ shelf: memory.enrollees, key }];
}

/** The person, null where there is none, undefined while that is not loaded. */
export function peekPerson(memory: TenantMemory, who: Who): Enrollee | null | undefined {
  const key = keyOf(who);
  return key === null ? null : memory.enrollees.peek(key);
}

/** The person, null where there is none. */
export function personMeant(memory: TenantMemory, who: Who): Enrollee | null {
  const key = keyOf(who);
  return key === null ? null : memory.enrollees.get(key);
}
