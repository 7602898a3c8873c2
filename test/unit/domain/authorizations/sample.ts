import {
  type Authorization,
  type AuthorizationLine,
  plainAuthorization,
  ungranted,
} from '../../../../schema/domain/authorizations/authorization.ts';

/** One line of a request; `own` says what is different. */
export const lineOf = (own: Partial<AuthorizationLine> = {}): AuthorizationLine => ({
  line: 1,
  service: 'SVC-1',
  name: 'Ultrasound',
  quantity: 2,
  unitPrice: 500_000,
  requested: 1_000_000,
  price: { price: 500_000, source: 'link' },
  ...ungranted,
  ...own,
});

const at = Date.UTC(2026, 10, 26, 9);

/** A request that was just filed, to be answered within four hours. */
export const requestOf = (own: Partial<Authorization> = {}): Authorization => ({
  ...plainAuthorization,
  id: 1,
  number: 'PA-26-000001',
  state: 'REQUESTED',
  version: 1,
  facilityId: 'fac-1',
  facilityName: 'Sunrise Clinic',
  enrolleeId: 'enr-1',
  memberId: 'TST-INDV-00001-P',
  enrolleeName: 'Ngozi Ade',
  clientCode: 'INDV',
  planCode: 'FULL',
  encounterType: 'outpatient',
  urgency: 'URGENT',
  serviceDate: '2026-11-27',
  diagnoses: [{ code: 'B54', system: 'ICD-10', name: 'Unspecified malaria' }],
  lines: [lineOf()],
  currency: 'NGN',
  requested: 1_000_000,
  requestedAt: at,
  submittedBy: 'clinic-clerk',
  dueAt: at + 4 * 3_600_000,
  clock_ms: 4 * 3_600_000,
  risk: 0,
  history: [{ at, what: 'requested', by: 'Chi Clerk', detail: '' }],
  ...own,
});
