import type { ServiceView } from '../../../../schema/api/network-views.ts';

type Facts = Omit<ServiceView, 'price' | 'currency'> & { price?: number | null | undefined };

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
} as const;

/** The same as it is answered. */
export const exampleServiceView = viewOfService({ externalId: 'lab-0017', ...exampleService }, 'NGN');
