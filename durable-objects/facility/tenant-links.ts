import type { LinkLife } from '../../schema/domain/network/link.ts';
import { insertRows, readJson } from '../actor/json-rows.ts';
import type { Kind } from '../actor/shelf.ts';

/** A tenant the facility is linked with, or asked, or was asked by: as that tenant has told. */
export interface TenantLink extends LinkLife {
  tenantId: string;
  slug: string;
  name: string;
  currency: string;
  zone: string;
}

const linkColumns = {
  tenantId: 'tenant_id',
  slug: 'slug',
  name: 'name',
  currency: 'currency',
  zone: 'zone',
  state: 'state',
  version: 'version',
  askedBy: 'asked_by',
  askedAt: 'asked_at',
  startsOn: 'starts_on',
  inForce: 'json(in_force)',
  history: 'json(history)',
};

/** Links, by their tenant. */
export const linkKind: Kind<TenantLink> = {
  name: 'link',
  capacity: 500,
  keys: (link) => [link.tenantId],
  read: (keys) => readJson('links', linkColumns, 'tenant_id in (select value from json_each(?))', keys),
  parse: (text) => {
    const found: TenantLink[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'links',
      [
        'tenant_id',
        'slug',
        'name',
        'currency',
        'zone',
        'state',
        'version',
        'asked_by',
        'asked_at',
        'starts_on',
        'in_force',
        'history',
      ],
      [...made, ...changed].map((link) => [
        link.tenantId,
        link.slug,
        link.name,
        link.currency,
        link.zone,
        link.state,
        link.version,
        link.askedBy,
        link.askedAt,
        link.startsOn,
        link.inForce,
        link.history,
      ]),
      'on conflict do update set slug = excluded.slug, name = excluded.name, currency = excluded.currency, zone = excluded.zone, state = excluded.state, version = excluded.version, asked_by = excluded.asked_by, asked_at = excluded.asked_at, starts_on = excluded.starts_on, in_force = excluded.in_force, history = excluded.history',
    ),
};
