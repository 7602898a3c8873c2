import { expect, test } from 'vitest';
import { facilityClaimOf } from '../../../../schema/domain/claims/facility-claim.ts';
import { dueAtOf } from '../../../../schema/domain/claims/rank.ts';
import { submit } from '../../../../schema/domain/claims/submit.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { aSubmission, clerk, rules, someFacts, tuesday, valueLead_ms } from './a-claim.ts';

test('given all in order, then a claim with a number of its own, received and due', () => {
  expect(submit(aSubmission(), clerk, someFacts())).toMatchObject({
    number: 'CLM-26-000017',
    state: 'RECEIVED',
    version: 1,
    claimed: 800_000,
    approved: null,
    enrolleeName: 'Ngozi Ade',
    facilityName: 'Sunrise Clinic',
    submittedBy: 'clerk',
    receivedAt: tuesday,
    dueAt: dueAtOf(tuesday, rules),
    rankAt: dueAtOf(tuesday, rules) - valueLead_ms,
    history: [
      { state: 'SUBMITTED', by: 'Chi Clerk' },
      { state: 'RECEIVED', by: 'Vetra' },
    ],
    lines: [
      {
        line: 1,
        service: 'CONS',
        name: 'Consultation',
        claimed: 500_000,
        serviceDate: '2026-11-20',
        approved: null,
      },
      { line: 2, service: 'LAB-MP', name: 'Malaria parasite', claimed: 300_000, serviceDate: '2026-11-20' },
    ],
  });
});

test('given a tenant that looks first, then SUBMITTED, not due, and ranked by when it came', () => {
  expect(submit(aSubmission(), clerk, someFacts({ receivesAutomatically: false }))).toMatchObject({
    state: 'SUBMITTED',
    receivedAt: null,
    dueAt: null,
    rankAt: tuesday,
    history: [{ state: 'SUBMITTED' }],
  });
});

test('a line on a day of its own keeps it', () => {
  const lines = [{ service: 'CONS', quantity: 1, unitPrice: 5, serviceDate: '2026-11-21' }];
  expect(submit(aSubmission({ lines, total: 5 }), clerk, someFacts())).toMatchObject({
    lines: [{ serviceDate: '2026-11-21' }],
  });
});

test('the billing month is that of the last day, in the zone of the tenant', () => {
  const stay = aSubmission({ startedAt: '2026-10-30T08:00:00Z', endedAt: '2026-10-31T23:30:00Z' });
  expect(submit(stay, clerk, someFacts())).toMatchObject({
    serviceDate: '2026-10-30',
    billingMonth: '2026-11',
  });
});

test('what was given is kept, what was not is null', () => {
  const given = {
    externalId: 'A-1',
    encounterId: 'V-9',
    practitionerLicence: 'MDCN/1',
    referral: 'Dr Ojo',
    otherPayer: 'NHIA',
    accident: true,
    draftId: 'd1',
  };
  expect(submit(aSubmission(given), clerk, someFacts())).toMatchObject(given);
  expect(submit(aSubmission(), clerk, someFacts())).toMatchObject({
    externalId: null,
    encounterId: null,
    practitionerLicence: null,
    referral: null,
    otherPayer: null,
    accident: false,
    draftId: null,
  });
});

test('diagnoses are named where their names are known', () => {
  const diagnoses = [
    { code: 'B50.9', system: 'ICD-10' },
    { code: 'X', system: 'ICD-10' },
  ];
  const facts = someFacts({ diagnoses: new Map([['B50.9', 'Malaria']]) });
  expect(submit(aSubmission({ diagnoses }), clerk, facts)).toMatchObject({
    diagnoses: [{ name: 'Malaria' }, { name: '' }],
  });
});

test('given anything to object, then there is no claim, and every error is told', () => {
  const refusal = submit(aSubmission({ currency: 'USD' }), clerk, someFacts({ link: null, enrollee: null }));
  expect(isRefusal(refusal)).toBe(true);
  expect(refusal).toMatchObject({
    code: 'invalid',
    errors: [{ reason: 'B7' }, { reason: '31' }, { field: 'currency' }],
  });
});

test('a facility is told what is in its lists, and no diagnosis', () => {
  const claim = submit(aSubmission(), clerk, someFacts());
  if (isRefusal(claim)) throw new Error(claim.message);
  const told = facilityClaimOf(claim, tuesday);
  expect(told).toMatchObject({ number: 'CLM-26-000017', state: 'RECEIVED', changedAt: tuesday });
  expect(JSON.stringify(told)).not.toContain('B50.9');
});
