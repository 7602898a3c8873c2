import type { EncounterType } from '../../schema/domain/claims/claim.ts';

/** The kinds of encounter as people say them. */
export const encounterWords: Readonly<Record<EncounterType, string>> = {
  outpatient: 'Out-patient',
  inpatient: 'In-patient',
  emergency: 'Emergency',
  maternity: 'Maternity',
  dental: 'Dental',
  optical: 'Optical',
  pharmacy: 'Pharmacy',
  laboratory: 'Laboratory',
};
