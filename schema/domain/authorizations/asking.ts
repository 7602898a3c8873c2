import type { EncounterType } from '../claims/claim.ts';
import type { CalendarDate } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { Urgency } from './authorization.ts';

/** A request as it was sent, its shape already checked by the form (schema/forms/request-authorization.ts). */
export interface Asking {
  externalId?: string | undefined;
  facilityExternalId?: string | undefined;
  /** which facility, where the tenant's own people file it */
  facilityId?: string | undefined;
  memberId?: string | undefined;
  enrolleeExternalId?: string | undefined;
  enrolleeName?: string | undefined;
  birthDate?: CalendarDate | undefined;
  encounterType: EncounterType;
  urgency: Urgency;
  serviceDate: CalendarDate;
  /** ISO 8601 with zone */
  happenedAt?: string | undefined;
  practitionerName?: string | undefined;
  diagnoses: { code: string; system: string }[];
  lines: { service: string; quantity: number; unitPrice: Minor }[];
  currency: string;
  referral?: string | undefined;
  notes?: string | undefined;
  /** who rang, and when (ISO 8601 with zone) */
  caller?: string | undefined;
  calledAt?: string | undefined;
}
