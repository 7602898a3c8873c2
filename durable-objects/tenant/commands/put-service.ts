import { checkService } from '../../../schema/domain/plans/check-service.ts';
import { standardTariff } from '../../../schema/domain/pricing/set-price.ts';
import { type FieldError, refuse } from '../../../schema/domain/refusal.ts';
import { serviceCode } from '../../../schema/forms/fields.ts';
import type { PutService } from '../../../schema/forms/put-service.ts';
import type { TenantHandler } from '../handler.ts';
import { priceKey } from '../memory/prices.ts';
import { type Service, serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { putStandardPrice } from '../standard-price.ts';

const codeOf = (input: PutService): string => input.code ?? input.externalId;

/** The service as it shall be. */
function serviceOf(input: PutService): Service {
  const { externalId, name, group, unit, active, parts = [] } = input;
  return {
    code: codeOf(input),
    externalId,
    name,
    group,
    unit,
    price: input.price ?? null,
    active,
    sex: input.sex ?? null,
    ageFrom: input.ageFrom ?? null,
    ageTo: input.ageTo ?? null,
    minIntervalDays: input.minIntervalDays ?? null,
    consultationLevel: input.consultationLevel ?? null,
    parts,
  };
}

function errorsOf(input: PutService, service: Service, memory: TenantMemory): FieldError[] {
  const errors: FieldError[] = [];
  const { code } = service;
  const currency = memory.settings.get(only)?.currency;
  if (!serviceCode.safeParse(code).success)
    errors.push({ field: 'code', message: 'Give a code: the external id cannot be one.' });
  if (input.price !== undefined && input.currency !== currency)
    errors.push({ field: 'currency', message: `Prices are in ${currency}.` });
  const before = memory.services.get(serviceKey.external(input.externalId));
  const holder = memory.services.get(serviceKey.code(code));
  if (before && before.code !== code)
    errors.push({ field: 'code', message: `The code of this service is ${before.code} and stays so.` });
  else if (holder && holder.externalId !== null && holder.externalId !== input.externalId)
    errors.push({ field: 'code', message: `The code ${code} belongs to another service.` });
  const facts = {
    groupExists: (group: string) => memory.serviceGroups.get(group) !== null,
    find: (part: string) => memory.services.get(serviceKey.code(part)),
  };
  return [...errors, ...checkService(service, facts)];
}

/** Adds a thing that can be billed, or brings it up to date. */
export const putService: TenantHandler<'PutService'> = {
  wants: (memory, input) => [
    { shelf: memory.services, key: serviceKey.external(input.externalId) },
    { shelf: memory.serviceGroups, key: input.group },
    { shelf: memory.prices, key: priceKey(standardTariff, codeOf(input)) },
    ...[codeOf(input), ...(input.parts ?? [])].map((code) => ({
      shelf: memory.services,
      key: serviceKey.code(code),
    })),
  ],
  decide: (input, { memory, at }) => {
    const service = serviceOf(input);
    const errors = errorsOf(input, service, memory);
    if (errors.length > 0) return refuse('invalid', errors[0]?.message ?? '', errors);
    const { code, price, active } = service;
    const created = memory.services.get(serviceKey.code(code)) === null;
    memory.services.put(service);
    putStandardPrice(code, price, memory, at);
    return { outcome: { code, created }, subject: `service:${code}`, data: { code, price, active }, did: {} };
  },
};
