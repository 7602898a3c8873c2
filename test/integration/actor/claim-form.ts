import { type SubmitClaimInput, submitClaimForm } from '../../../schema/forms/submit-claim.ts';

/** A claim of two lines by member id, filed today; `changes` are laid over it. */
export function claimForm(changes: Partial<SubmitClaimInput> = {}) {
  return submitClaimForm.parse({
    memberId: 'TST-INDV-00001-P',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: new Date(Date.now() - 3_600_000).toISOString(),
    practitionerName: 'Dr Bello',
    diagnoses: [{ code: 'B50.9' }],
    lines: [
      { service: 'CONS', quantity: 1, unitPrice: 500_000 },
      { service: 'LAB-MP', quantity: 2, unitPrice: 150_000 },
    ],
    currency: 'NGN',
    total: 800_000,
    ...changes,
  });
}
