import { familyIdOf } from '../../../schema/domain/cover/plan-on.ts';
import { standardTariff } from '../../../schema/domain/pricing/set-price.ts';
import type { Want } from '../../actor/book.ts';
import { accountKey } from '../memory/benefits.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import { linkKey } from '../memory/network.ts';
import { priceKey } from '../memory/prices.ts';
import { serviceKey } from '../memory/services.ts';
import type { TenantMemory } from '../memory.ts';
import { accountYears } from './account-years.ts';
import type { Asked } from './asked.ts';
import { codesBegin, namedWants } from './codes-named.ts';
import { historyWanted } from './history.ts';
import { householdOf, householdWants, versionsOf } from './household.ts';

/** The family's accounts of the plan years that the dates concern, once it is known which those are. */
export function accountWants(memory: TenantMemory, person: Enrollee, dates: readonly string[]): Want[] {
  const household = householdOf(memory, person);
  if (!household) return [];
  const family = familyIdOf(household);
  return accountYears(household, versionsOf(memory, household), dates).map((from) => ({
    shelf: memory.accounts,
    key: accountKey(family, from),
  }));
}

/**
 * The dates by which lines are judged: an admission by its first day (members.md), and those on which the codes that are named
 * begin: where cover has ended since, a code is honoured by that day.
 */
export const judgedDates = (memory: TenantMemory, { claim }: Asked): string[] => [
  claim.startDate,
  ...(claim.encounterType === 'inpatient' ? [] : claim.lines.map(({ serviceDate }) => serviceDate)),
  ...codesBegin(memory, claim),
];

/** Everything a judgement looks at, named as far as it is known: asked again after each load. */
export function judgingWants(memory: TenantMemory, asked: Asked): Want[] {
  const wants: Want[] = [{ shelf: memory.enrollees, key: asked.enrollee }];
  wants.push(...namedWants(memory, asked.claim));
  for (const { service, price } of asked.claim.lines) {
    wants.push({ shelf: memory.services, key: serviceKey.code(service) });
    if (price) continue;
    wants.push({ shelf: memory.prices, key: priceKey(asked.facilityId, service) });
    wants.push({ shelf: memory.prices, key: priceKey(standardTariff, service) });
  }
  const person = memory.enrollees.peek(asked.enrollee);
  if (!person) return wants;
  wants.push({ shelf: memory.enrollees, key: enrolleeKey.id(person.id) });
  wants.push({ shelf: memory.links, key: linkKey.facility(asked.facilityId) });
  wants.push(...householdWants(memory, person), ...accountWants(memory, person, judgedDates(memory, asked)));
  const { uses, claims } = historyWanted(memory, person.id, asked);
  for (const key of uses) wants.push({ shelf: memory.uses, key });
  for (const id of claims) wants.push({ shelf: memory.claims, key: String(id) });
  return wants;
}
