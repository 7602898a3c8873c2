import type { Context } from 'hono';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { defaultCalendar } from '../../../schema/domain/working-time.ts';
import type { DraftTenant } from '../../../views/provider/draft-view.ts';
import { facilityActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { type Database, facilityDatabase } from '../../queries/database.ts';
import { facilityLinks } from '../../queries/facility-links.ts';
import { unreadNotices } from '../../queries/unread-notices.ts';

/** What every page of the facility's portal is made with: who looks, when, and at which tenants. */
export interface FacilityDesk {
  db: Database;
  tenants: DraftTenant[];
  /** where the facility is: as its first tenant has it */
  zone: string;
  now: number;
  /** the journal's number, older than whatever is read after */
  seq: number;
  /** requests for permission that wait for their answer */
  requests: number;
  unread: number;
  seen: number;
  may: (permission: Permission) => boolean;
}

/** Reads what every page of the facility's portal needs. */
export async function openDesk(c: Context<AppEnv>): Promise<FacilityDesk> {
  const { organisation, principal } = c.var;
  const db = facilityDatabase(c.env, organisation.id);
  const { permissions } = principal;
  const [{ seq, requests }, links, bell] = await Promise.all([
    facilityActor(c).counts(),
    facilityLinks(db),
    unreadNotices(db, { accountId: principal.id, permissions }),
  ]);
  const tenants = links.map(({ tenantId, name, currency, zone }) => ({ id: tenantId, name, currency, zone }));
  const zone = tenants[0]?.zone ?? defaultCalendar.zone;
  return {
    db,
    tenants,
    zone,
    now: Date.now(),
    seq,
    requests,
    ...bell,
    may: (permission) => permissions.includes(permission),
  };
}
