import type { ServiceView } from '../../../../schema/api/network-views.ts';

type Always = 'externalId' | 'code' | 'name' | 'group' | 'unit' | 'active';
type Facts = Pick<ServiceView, Always> & {
  [Name in Exclude<keyof ServiceView, Always | 'currency'>]?: ServiceView[Name] | undefined;
};

/** A service in the API's words, from what was sent or from what is stored; `currency` is the tenant's. */
export function viewOfService(facts: Facts, currency: string | null): ServiceView {
  const price = facts.price ?? null;
  return {
    externalId: facts.externalId,
    code: facts.code,
    name: facts.name,
    group: facts.group,
    unit: facts.unit,
    price,
    currency: price === null ? null : currency,
    active: facts.active,
    sex: facts.sex ?? null,
    ageFrom: facts.ageFrom ?? null,
    ageTo: facts.ageTo ?? null,
    minIntervalDays: facts.minIntervalDays ?? null,
    consultationLevel: facts.consultationLevel ?? null,
    parts: facts.parts ?? [],
  };
}

/** The service of the reference's examples. */
export const exampleService = {
  code: 'LAB-MPS',
  name: 'Malaria parasite smear',
  group: 'laboratory',
  unit: 'each',
  price: 250000,
  currency: 'NGN',
  active: true,
  minIntervalDays: 2,
} as const;

/** The same as it is answered. */
export const exampleServiceView = viewOfService({ externalId: 'lab-0017', ...exampleService }, 'NGN');
