import { type CalendarDate, dateIn } from '../../schema/domain/dates.ts';
import type { TenantContext } from './handler.ts';
import { only } from './memory/settings.ts';

/** The calendar date at the tenant as a command is decided. */
export function todayOf({ memory, at }: TenantContext): CalendarDate {
  return dateIn(memory.settings.get(only)?.calendar.zone ?? 'UTC', at);
}
