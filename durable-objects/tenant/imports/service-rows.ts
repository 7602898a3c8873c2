import { type PutService, serviceUnits } from '../../../schema/forms/put-service.ts';
import { reasonsOf } from '../../../schema/imports/columns.ts';
import { serviceReader } from '../../../schema/imports/services.ts';
import type { ServiceWork } from '../../../schema/imports/work.ts';
import { putService } from '../commands/put-service.ts';
import { type Service, serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { type RowKind, stepOf } from './row-kind.ts';

const codeOf = ({ input }: ServiceWork): string => input.code ?? input.externalId;

const own = (memory: TenantMemory, { input }: ServiceWork): Service | null =>
  memory.services.get(serviceKey.external(input.externalId));

/** The service as its command would say it again. */
function asInput(service: Service, currency: string): Partial<PutService> {
  const { code, name, group, unit, active, price, sex, ageFrom, ageTo } = service;
  const { minIntervalDays, consultationLevel, parts } = service;
  return {
    code,
    name,
    group,
    unit: serviceUnits.find((each) => each === unit) ?? 'each',
    active,
    price: price ?? undefined,
    currency: price === null ? undefined : currency,
    sex: sex ?? undefined,
    ageFrom: ageFrom ?? undefined,
    ageTo: ageTo ?? undefined,
    minIntervalDays: minIntervalDays ?? undefined,
    consultationLevel: consultationLevel ?? undefined,
    parts: [...parts],
  };
}

/** What the file has no column for stays as it is. */
function inputOf(memory: TenantMemory, work: ServiceWork): PutService {
  const before = own(memory, work);
  if (!before || work.absent.length === 0) return work.input;
  const kept = asInput(before, memory.settings.get(only)?.currency ?? '');
  const entries = Object.entries(kept).filter(([field]) => work.absent.some((absent) => absent === field));
  return { ...work.input, ...Object.fromEntries(entries) };
}

/** Rows of services: each is a `PutService`. */
export const serviceRows: RowKind<ServiceWork> = {
  wants: (memory, work) => [
    { shelf: memory.services, key: serviceKey.external(work.input.externalId) },
    { shelf: memory.services, key: serviceKey.code(codeOf(work)) },
  ],
  steps: (memory, work, { principal }) => [
    stepOf('PutService', putService, inputOf(memory, work), memory, principal),
  ],
  value: (memory, work) => memory.services.get(serviceKey.code(codeOf(work))),
  group: () => null,
  reasons: (errors) => reasonsOf(serviceReader.columns, errors),
};
