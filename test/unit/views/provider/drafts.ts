import { paths } from '../../../../views/paths.ts';
import type { DraftView } from '../../../../views/provider/draft-view.ts';
import { now } from '../claims/samples.ts';

const tenant = { id: 't1', name: 'Meridian Health', currency: 'NGN', zone: 'Africa/Lagos' };

/** A draft with everything in it. */
export const sampleDraft: DraftView = {
  id: 'd1',
  version: 4,
  savedAt: now,
  body: {
    tenantId: 't1',
    memberId: 'MER-DANG-00042-P',
    birthDate: '1988-03-14',
    encounterType: 'outpatient',
    startedAt: '2026-11-23T09:30',
    endedAt: '',
    practitionerName: 'Dr Bola Martins',
    practitionerLicence: '',
    referral: '',
    otherPayer: '',
    accident: false,
    diagnoses: [{ code: 'B50.9' }],
    lines: [{ service: 'CON-001', quantity: '1', unitPrice: '15,000.00', serviceDate: '' }],
  },
  commandId: 'save-1',
  tenants: [tenant],
  tenant,
  errors: {},
  currency: 'NGN',
  search: {
    services: (of) => paths.provider.services({ of }),
    diagnoses: (of) => paths.provider.diagnoses({ of }),
  },
  meanings: { 'B50.9': 'Plasmodium falciparum malaria, unspecified', 'CON-001': 'Specialist consultation' },
  prices: { 'CON-001': { price: 1_500_000, source: 'link' } },
  assessment: null,
  found: null,
  conflict: null,
};

/** One that was just begun. */
export const blankDraft: DraftView = {
  ...sampleDraft,
  version: 1,
  tenant: null,
  meanings: {},
  prices: {},
  body: {
    tenantId: '',
    memberId: '',
    birthDate: '',
    encounterType: '',
    startedAt: '',
    endedAt: '',
    practitionerName: '',
    practitionerLicence: '',
    referral: '',
    otherPayer: '',
    accident: false,
    diagnoses: [],
    lines: [],
  },
};
