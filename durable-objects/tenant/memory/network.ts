import type { LinkLife } from '../../../schema/domain/network/link.ts';
import type { FacilityProfile } from '../../../schema/tables/tenant/network.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** A facility's relation with the tenant. */
export interface Link extends LinkLife {
  facilityId: string;
  externalId: string | null;
  name: string;
  profile: FacilityProfile;
  /** whether it has a database and a portal: it is sent messages */
  portal: boolean;
}

/** What a link is found by. */
export const linkKey = {
  facility: (facilityId: string) => `f:${facilityId}`,
  external: (externalId: string) => `x:${externalId}`,
};

const linkColumns = [
  'facility_id',
  'external_id',
  'name',
  'profile',
  'portal',
  'state',
  'version',
  'asked_by',
  'asked_at',
  'starts_on',
  'in_force',
  'history',
] as const;

export const linkKind: Kind<Link> = {
  name: 'link',
  capacity: 4_000,
  keys: (link) => [
    linkKey.facility(link.facilityId),
    ...(link.externalId === null ? [] : [linkKey.external(link.externalId)]),
  ],
  read: (keys) => {
    const given = (letter: string) =>
      JSON.stringify(keys.filter((key) => key.startsWith(`${letter}:`)).map((key) => key.slice(2)));
    const { sql } = readJson(
      'links',
      {
        facilityId: 'facility_id',
        externalId: 'external_id',
        name: 'name',
        profile: 'json(profile)',
        state: 'state',
        portal: "json(iif(portal, 'true', 'false'))",
        version: 'version',
        askedBy: 'asked_by',
        askedAt: 'asked_at',
        startsOn: 'starts_on',
        inForce: 'json(in_force)',
        history: 'json(history)',
      },
      'facility_id in (select value from json_each(?)) or external_id in (select value from json_each(?))',
      [],
    );
    return { sql, args: [given('f'), given('x')] };
  },
  parse: (text) => {
    const found: Link[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'links',
      [...linkColumns],
      [...made, ...changed].map((link) => [
        link.facilityId,
        link.externalId,
        link.name,
        link.profile,
        link.portal ? 1 : 0,
        link.state,
        link.version,
        link.askedBy,
        link.askedAt,
        link.startsOn,
        link.inForce,
        link.history,
      ]),
      `on conflict (facility_id) do update set ${linkColumns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    ),
};
