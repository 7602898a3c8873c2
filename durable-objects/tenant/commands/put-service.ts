import { type FieldError, refuse } from '../../../schema/domain/refusal.ts';
import { serviceCode } from '../../../schema/forms/fields.ts';
import type { PutService } from '../../../schema/forms/put-service.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { serviceKey } from '../memory/network.ts';
import { only } from '../memory/settings.ts';

const codeOf = (input: PutService): string => input.code ?? input.externalId;

function errorsOf(input: PutService, { memory }: TenantContext): FieldError[] {
  const errors: FieldError[] = [];
  const code = codeOf(input);
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
  return errors;
}

/** Adds a thing that can be billed, or brings it up to date. */
export const putService: TenantHandler<'PutService'> = {
  wants: (memory, input) => [
    { shelf: memory.services, key: serviceKey.external(input.externalId) },
    { shelf: memory.services, key: serviceKey.code(codeOf(input)) },
  ],
  decide: (input, context) => {
    const errors = errorsOf(input, context);
    if (errors.length > 0) return refuse('invalid', errors[0]?.message ?? '', errors);
    const { memory } = context;
    const code = codeOf(input);
    const { externalId, name, group, unit, active } = input;
    const created = memory.services.get(serviceKey.code(code)) === null;
    const price = input.price ?? null;
    memory.services.put({ code, externalId, name, group, unit, price, active });
    return { outcome: { code, created }, subject: `service:${code}`, data: { code, price, active }, did: {} };
  },
};
