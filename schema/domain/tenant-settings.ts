import { defaultCalendar, type WorkingCalendar } from './working-time.ts';

/** A tenant's own figures; kept as one JSON row, versioned by the journal. */
export interface TenantSettings {
  slug: string;
  name: string;
  /** first part of every member id, e.g. `MER` */
  prefix: string;
  currency: string;
  calendar: WorkingCalendar;
  /** working hours from receipt to decision (claims.md, Queue order) */
  claimSlaHours: number;
  /** days from service in which a claim may be filed; null: off */
  filingWindowDays: number | null;
  /** whether a claim that passes intake is received by itself */
  receivesAutomatically: boolean;
}

/** What a new tenant starts with. */
export function defaultSettings(own: Pick<TenantSettings, 'slug' | 'name' | 'prefix'>): TenantSettings {
  return {
    ...own,
    currency: 'NGN',
    calendar: defaultCalendar,
    claimSlaHours: 72,
    filingWindowDays: 90,
    receivesAutomatically: true,
  };
}
