import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import type { Context } from 'hono';
import type { Counts } from '../../../durable-objects/actor/live-event.ts';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { defaultSettings, settingsOf, type TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import { paths } from '../../../views/paths.ts';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { type Database, tenantDatabase } from '../../queries/database.ts';
import { storedSettings } from '../../queries/tenant-settings.ts';
import { unreadRow } from '../../queries/unread-notices.ts';

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
  const { desk } = await openDeskWith(c, tenantActor(c).counts(), () => []);
  return desk;
}

/**
 * The same with how the claims stand from whoever has asked for it already, and with what this page asks of the tenant's
 * database: one round trip for all.
 */
export async function openDeskWith<const Asked extends readonly BatchItem<'sqlite'>[]>(
  c: Context<AppEnv>,
  counted: Promise<Counts>,
  ask: (db: Database) => Asked,
): Promise<{ desk: StaffDesk; found: BatchResponse<Asked> }> {
  const { organisation, principal } = c.var;
  const slug = organisation.slug ?? organisation.id;
  const db = tenantDatabase(c.env, organisation.id);
  const { permissions } = principal;
  const reader = { accountId: principal.id, permissions, tenantStaff: true };
  const [counts, [[stored], [bell], ...found]] = await Promise.all([
    counted,
    db.batch([storedSettings(db), unreadRow(db, reader), ...ask(db)]),
  ]);
  const settings = stored
    ? settingsOf(stored.data)
    : defaultSettings({ slug, name: organisation.name, prefix: 'XX' });
  const may = (permission: Permission) => permissions.includes(permission);
  const desk = {
    slug,
    to: paths.staff(slug),
    db,
    settings,
    zone: settings.calendar.zone,
    now: Date.now(),
    counts,
    ...(bell ?? { unread: 0, seen: 0 }),
    may,
  };
  return { desk, found };
}
