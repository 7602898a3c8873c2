import type { CatalogueService, ServiceGroup } from '../../../schema/domain/plans/plan.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** A thing that can be billed: what the rules know of it, the integrator's id and the tenant's price. */
export interface Service extends CatalogueService {
  externalId: string | null;
  /** standard price, minor units; null: none */
  price: number | null;
}

/** What a service is found by. */
export const serviceKey = {
  code: (code: string) => `c:${code}`,
  external: (externalId: string) => `x:${externalId}`,
};

const columns: Readonly<Record<keyof Service, string>> = {
  code: 'code',
  externalId: 'external_id',
  name: 'name',
  group: 'service_group',
  unit: 'unit',
  price: 'price',
  active: "json(iif(active, 'true', 'false'))",
  sex: 'sex',
  ageFrom: 'age_from',
  ageTo: 'age_to',
  minIntervalDays: 'min_interval_days',
  consultationLevel: 'consultation_level',
  parts: 'json(parts)',
};

const written = Object.values({ ...columns, active: 'active', parts: 'parts' });
const updated = written.slice(1).map((column) => `${column} = excluded.${column}`);

const rowOf = (service: Service) => [
  service.code,
  service.externalId,
  service.name,
  service.group,
  service.unit,
  service.price,
  service.active ? 1 : 0,
  service.sex,
  service.ageFrom,
  service.ageTo,
  service.minIntervalDays,
  service.consultationLevel,
  service.parts,
];

/** The tenant's catalogue, by code and by the integrator's id. */
export const serviceKind: Kind<Service> = {
  name: 'service',
  capacity: 10_000,
  keys: (service) => [
    serviceKey.code(service.code),
    ...(service.externalId === null ? [] : [serviceKey.external(service.externalId)]),
  ],
  read: (keys) => {
    const given = (letter: string) =>
      JSON.stringify(keys.filter((key) => key.startsWith(`${letter}:`)).map((key) => key.slice(2)));
    const { sql } = readJson(
      'services',
      columns,
      'code in (select value from json_each(?)) or external_id in (select value from json_each(?))',
      [],
    );
    return { sql, args: [given('c'), given('x')] };
  },
  parse: (text) => {
    const found: Service[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'services',
      written,
      [...made, ...changed].map(rowOf),
      `on conflict (code) do update set ${updated.join(', ')}`,
    ),
};

/** Groups of services, by code. */
export const serviceGroupKind: Kind<ServiceGroup> = {
  name: 'service group',
  capacity: 1_000,
  keys: (group) => [group.code],
  read: (keys) =>
    readJson(
      'service_groups',
      { code: 'code', name: 'name' },
      'code in (select value from json_each(?))',
      keys,
    ),
  parse: (text) => {
    const found: ServiceGroup[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'service_groups',
      ['code', 'name'],
      [...made, ...changed].map(({ code, name }) => [code, name]),
      'on conflict do update set name = excluded.name',
    ),
};
