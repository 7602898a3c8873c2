import type { CalendarDate } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { EncounterType } from './claim.ts';

/** A claim as it was sent, its shape already checked by the form (schema/forms/submit-claim.ts). */
export interface Submission {
  externalId?: string | undefined;
  facilityExternalId?: string | undefined;
  /** which facility, where the tenant's own people enter it */
  facilityId?: string | undefined;
  memberId?: string | undefined;
  enrolleeExternalId?: string | undefined;
  enrolleeName?: string | undefined;
  birthDate?: CalendarDate | undefined;
  encounterType: EncounterType;
  encounterId?: string | undefined;
  /** ISO 8601 with zone */
  startedAt: string;
  endedAt?: string | undefined;
  practitionerName: string;
  practitionerLicence?: string | undefined;
  diagnoses: { code: string; system: string }[];
  lines: {
    service: string;
    quantity: number;
    unitPrice: Minor;
    serviceDate?: CalendarDate | undefined;
    authorization?: string | undefined;
  }[];
  currency: string;
  total: Minor;
  accident: boolean;
  otherPayer?: string | undefined;
  referral?: string | undefined;
  draftId?: string | undefined;
  /** the claim it corrects, by number */
  replaces?: string | undefined;
}
