import type { AlertState } from './domain/authorizations/alert.ts';
import type { AuthorizationState } from './domain/authorizations/authorization.ts';
import type { AnswerAlert } from './forms/answer-alert.ts';
import type { PutAuthorizationRules, RecordRuleTrial } from './forms/authorization-rules.ts';
import type {
  AppealAuthorization,
  ConfirmAuthorizationProposal,
  DecideAppeal,
  DecideAuthorization,
  DeclineAuthorizationProposal,
  DischargeAuthorization,
  ExtendAuthorization,
} from './forms/decide-authorization.ts';
import type {
  AdvanceAuthorization,
  AnswerAuthorization,
  CancelAuthorization,
  CompleteMoves,
  JudgeAgain,
  QueryAuthorization,
} from './forms/on-authorization.ts';
import type { PutAuthorizationSettings } from './forms/put-authorization-settings.ts';
import type { RequestAuthorization } from './forms/request-authorization.ts';

/** What a request became; `code` is what claim lines name, once something is granted. */
export interface AuthorizationOutcome {
  number: string;
  state: AuthorizationState;
  version: number;
  code?: string;
  /** above the decider's ceiling: this amount waits for a second person */
  proposed?: number;
}

/** What a tenant's actor takes of pre-authorizations, and of what enrollees say of them. */
export interface AuthorizationCommands {
  RequestAuthorization: { input: RequestAuthorization; outcome: AuthorizationOutcome };
  QueryAuthorization: { input: QueryAuthorization; outcome: AuthorizationOutcome };
  AnswerAuthorization: { input: AnswerAuthorization; outcome: AuthorizationOutcome };
  CancelAuthorization: { input: CancelAuthorization; outcome: AuthorizationOutcome };
  AdvanceAuthorization: { input: AdvanceAuthorization; outcome: AuthorizationOutcome };
  JudgeAgain: { input: JudgeAgain; outcome: AuthorizationOutcome };
  CompleteMoves: { input: CompleteMoves; outcome: { moves: number } };
  PutAuthorizationSettings: { input: PutAuthorizationSettings; outcome: { validDays: number } };
  PutAuthorizationRules: { input: PutAuthorizationRules; outcome: { rules: number; on: number } };
  RecordRuleTrial: { input: RecordRuleTrial; outcome: { conditions: string } };
  DecideAuthorization: { input: DecideAuthorization; outcome: AuthorizationOutcome };
  ExtendAuthorization: { input: ExtendAuthorization; outcome: AuthorizationOutcome };
  DischargeAuthorization: { input: DischargeAuthorization; outcome: AuthorizationOutcome };
  AppealAuthorization: { input: AppealAuthorization; outcome: AuthorizationOutcome };
  DecideAppeal: { input: DecideAppeal; outcome: AuthorizationOutcome };
  ConfirmAuthorizationProposal: { input: ConfirmAuthorizationProposal; outcome: AuthorizationOutcome };
  DeclineAuthorizationProposal: { input: DeclineAuthorizationProposal; outcome: AuthorizationOutcome };
  AnswerAlert: { input: AnswerAlert; outcome: { number: string; answered: AlertState } };
}
