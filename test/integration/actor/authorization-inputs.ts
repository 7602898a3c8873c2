import { defaultAuthorizations } from '../../../schema/domain/authorizations/settings.ts';
import {
  type RequestAuthorizationInput,
  requestAuthorizationForm,
} from '../../../schema/forms/request-authorization.ts';

/** A request for two services by member id, planned for tomorrow; `changes` are laid over it. */
export function requestForm(changes: Partial<RequestAuthorizationInput> = {}) {
  return requestAuthorizationForm.parse({
    memberId: 'TST-INDV-00001-P',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    urgency: 'URGENT',
    serviceDate: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    practitionerName: 'Dr Bello',
    diagnoses: [{ code: 'B50.9' }],
    lines: [
      { service: 'CONS', quantity: 1, unitPrice: 500_000 },
      { service: 'LAB-MP', quantity: 2, unitPrice: 150_000 },
    ],
    currency: 'NGN',
    ...changes,
  });
}

const number = 'PA-26-000042';

/** Inputs of the commands on requests: in order, about nothing that is there. */
export const authorizationInputs = {
  PutPushSubscription: { endpoint: 'https://push.example/1', p256dh: 'a', auth: 'b' },
  RemovePushSubscription: { endpoint: 'https://push.example/1' },
  PutChannels: { email: null, sms: null },
  RecordSending: { id: 'none', attempt: 0, outcome: 'sent', fault: null } as const,
  AnswerAlert: { number: 'PA-26-000042', answer: 'NOT_ME', through: 'call' } as const,
  RequestAuthorization: requestForm({ currency: 'XXX' }),
  QueryAuthorization: { number, version: 1, question: 'Why?' },
  AnswerAuthorization: { number, answer: 'So.' },
  CancelAuthorization: { number },
  AdvanceAuthorization: { number },
  JudgeAgain: { number, on: '2026-12-01' },
  CompleteMoves: { moves: [] },
  PutAuthorizationSettings: defaultAuthorizations,
  DecideAuthorization: {
    number: 'PA-26-999999',
    version: 1,
    verdict: 'reject' as const,
    reasons: ['50'],
    sentence: 'No.',
  },
  ExtendAuthorization: { number, version: 1, days: 1 },
  DischargeAuthorization: { number, version: 1, dischargedOn: '2026-01-01' },
  AppealAuthorization: { number, text: 'So.' },
  DecideAppeal: { number, version: 1, verdict: 'uphold' as const, reasons: ['193'], sentence: 'No.' },
  PutAuthorizationRules: { rules: [] },
  RecordRuleTrial: { conditions: 'none', requests: 0, would: 0, rejected: 0 },
  ConfirmAuthorizationProposal: { number: 'PA-26-999999', version: 1 },
  DeclineAuthorizationProposal: { number: 'PA-26-999999', version: 1, sentence: 'No.' },
};
