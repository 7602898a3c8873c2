import { type CalendarDate, dateIn } from '../../schema/domain/dates.ts';
import type { TenantContext } from './handler.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';

/** The tenant's time zone. */
export const zoneOf = (memory: TenantMemory): string => memory.settings.get(only)?.calendar.zone ?? 'UTC';

/** The calendar date at the tenant as a command is decided. */
export const todayOf = ({ memory, at }: TenantContext): CalendarDate => dateIn(zoneOf(memory), at);
