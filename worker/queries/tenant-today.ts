import { type CalendarDate, dateIn } from '../../schema/domain/dates.ts';
import type { Database } from './database.ts';
import { tenantSettings } from './tenant-settings.ts';

/** The calendar date at the tenant now. */
export async function tenantToday(db: Database): Promise<CalendarDate> {
  return dateIn((await tenantSettings(db))?.calendar.zone ?? 'UTC', Date.now());
}
