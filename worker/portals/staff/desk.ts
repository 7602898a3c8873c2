import type { Context } from 'hono';
import type { Counts } from '../../../durable-objects/actor/live-event.ts';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { defaultSettings, type TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import { paths } from '../../../views/paths.ts';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { type Database, tenantDatabase } from '../../queries/database.ts';
import { tenantSettings } from '../../queries/tenant-settings.ts';
import { unreadNotices } from '../../queries/unread-notices.ts';

/** What every page of the staff's portal is made with: whose it is, who looks, and when. */
export interface StaffDesk {
  slug: string;
  to: ReturnType<typeof paths.staff>;
  db: Database;
  settings: TenantSettings;
  zone: string;
  now: number;
  /** how the claims stand, as of a journal number that is older than whatever is read after */
  counts: Counts;
  unread: number;
  seen: number;
  may: (permission: Permission) => boolean;
}

/** Reads what every page of the staff's portal needs. */
export async function openDesk(c: Context<AppEnv>): Promise<StaffDesk> {
  const { organisation, principal } = c.var;
  const slug = organisation.slug ?? organisation.id;
  const db = tenantDatabase(c.env, organisation.id);
  const { permissions } = principal;
  const [counts, found, bell] = await Promise.all([
    tenantActor(c).counts(),
    tenantSettings(db),
    unreadNotices(db, { accountId: principal.id, permissions, tenantStaff: true }),
  ]);
  const settings = found ?? defaultSettings({ slug, name: organisation.name, prefix: 'XX' });
  const may = (permission: Permission) => permissions.includes(permission);
  return {
    slug,
    to: paths.staff(slug),
    db,
    settings,
    zone: settings.calendar.zone,
    now: Date.now(),
    counts,
    ...bell,
    may,
  };
}
