import type { Permission } from './permissions.ts';
import { portalGates } from './portal-gates.ts';

/**
 * Who may send a command: the permission wanted of the tenant's own people and keys, and of a linked facility's.
 * A kind left out may not send it; `anyone` is any signed-in person of the organisation itself. `system` always may.
 */
export interface Gate {
  tenant?: Permission;
  /** further permissions of the tenant that open the door: the command itself asks for the one that its input calls for */
  also?: readonly Permission[];
  facility?: Permission;
  /** further permissions of a facility that open the door */
  facilityAlso?: readonly Permission[];
  /** what an enrollee needs, with what is theirs: the command itself sees to it that it is */
  enrollee?: Permission;
  anyone?: true;
  /** a facility may send it whose link was never in force, or that has none */
  unlinked?: true;
}

/** Whether any of a tenant's permissions opens the gate. */
export function opensForTenant(gate: Gate, permissions: readonly Permission[]): boolean {
  const { tenant, also = [] } = gate;
  return tenant !== undefined && [tenant, ...also].some((each) => permissions.includes(each));
}

/** Whether any of a facility's permissions opens the gate. */
export function opensForFacility(gate: Gate, permissions: readonly Permission[]): boolean {
  const { facility, facilityAlso = [] } = gate;
  return facility !== undefined && [facility, ...facilityAlso].some((each) => permissions.includes(each));
}

const systemOnly: Gate = {};

/** Files come in with drafts, with claims as they are filed, with answers, and with investigations, which ask for more themselves. */
const filesGate = {
  tenant: 'claim.create',
  also: ['claim.review', 'investigation.manage'],
  facility: 'facility.claim.draft',
  facilityAlso: ['facility.claim.submit', 'facility.claim.answer'],
} as const satisfies Gate;

/** What each command of a tenant's actor asks for; read by the worker and checked again in the actor. */
export const tenantGates = {
  OpenTenant: systemOnly,
  LinkFacility: systemOnly,
  PutStaff: { tenant: 'user.update' },
  IssueApiKey: { tenant: 'integration.manage' },
  RevokeApiKey: { tenant: 'integration.manage' },
  PutApprovalLimits: { tenant: 'limit.update' },
  PutClaimRules: { tenant: 'settings.update' },
  PutQueueRules: { tenant: 'settings.update' },
  RankAnew: systemOnly,
  PutQueueView: { tenant: 'claim.view' },
  RemoveQueueView: { tenant: 'claim.view' },
  RequestLink: { tenant: 'network.link', facility: 'facility.network.request', unlinked: true },
  AnswerLink: { tenant: 'network.link', facility: 'facility.network.request', unlinked: true },
  SuspendLink: { tenant: 'network.unlink' },
  ReinstateLink: { tenant: 'network.link' },
  EndLink: { tenant: 'network.unlink', facility: 'facility.network.request' },
  PutPapers: { tenant: 'network.link' },
  PutPrices: { tenant: 'tariff.update' },
  PutClient: { tenant: 'client.update', also: ['client.create'] },
  SetClientCover: { tenant: 'client.suspend' },
  PutFacility: { tenant: 'network.link' },
  PutService: { tenant: 'service.update' },
  PutServiceGroup: { tenant: 'service.update' },
  CreatePlan: { tenant: 'plan.create' },
  ChangePlan: { tenant: 'plan.update' },
  SavePlanDraft: { tenant: 'plan.update' },
  DiscardPlanDraft: { tenant: 'plan.update' },
  PublishPlan: { tenant: 'plan.publish' },
  PutPlanVersion: { tenant: 'plan.publish' },
  RetirePlan: { tenant: 'plan.retire' },
  ...portalGates,
  PutEnrollee: { tenant: 'enrollee.update', also: ['enrollee.create'] },
  SetEnrolleeCover: { tenant: 'enrollee.suspend', also: ['enrollee.terminate'] },
  MovePlan: { tenant: 'enrollee.move_plan' },
  ChangePrimaryFacility: { tenant: 'enrollee.update', enrollee: 'me.update' },
  RequestAuthorization: { tenant: 'authorization.create', facility: 'facility.authorization.request' },
  QueryAuthorization: { tenant: 'authorization.decide' },
  AnswerAuthorization: { facility: 'facility.authorization.request' },
  CancelAuthorization: { tenant: 'authorization.decide', facility: 'facility.authorization.request' },
  AdvanceAuthorization: systemOnly,
  JudgeAgain: systemOnly,
  CompleteMoves: systemOnly,
  PutAuthorizationSettings: { tenant: 'settings.update' },
  PutAuthorizationRules: { tenant: 'authorization.rule_update' },
  RecordRuleTrial: { tenant: 'authorization.rule_update' },
  DecideAuthorization: { tenant: 'authorization.decide' },
  ExtendAuthorization: { tenant: 'authorization.decide' },
  DischargeAuthorization: { tenant: 'authorization.decide', facility: 'facility.authorization.request' },
  AppealAuthorization: { facility: 'facility.authorization.appeal' },
  DecideAppeal: { tenant: 'authorization.appeal_decide' },
  // A proposal upon an appeal takes the other permission: the command itself asks for the one that fits.
  ConfirmAuthorizationProposal: { tenant: 'authorization.decide', also: ['authorization.appeal_decide'] },
  DeclineAuthorizationProposal: { tenant: 'authorization.decide', also: ['authorization.appeal_decide'] },
  PutPushSubscription: { enrollee: 'me.update' },
  RemovePushSubscription: { enrollee: 'me.update' },
  PutChannels: { tenant: 'settings.update' },
  RecordSending: systemOnly,
  // Staff answer for whom they have rung: the command itself takes nothing else of them.
  AnswerAlert: { tenant: 'authorization.create', enrollee: 'me.answer_alert' },
  SubmitClaim: { tenant: 'claim.create', facility: 'facility.claim.submit' },
  ReceiveClaim: { tenant: 'claim.receive' },
  TakeClaim: { tenant: 'claim.review' },
  ReleaseClaim: { tenant: 'claim.review' },
  QueryClaim: { tenant: 'claim.query' },
  AnswerQuery: { facility: 'facility.claim.answer' },
  WithdrawClaim: { facility: 'facility.claim.withdraw' },
  RemindFacility: systemOnly,
  ExpireQuery: systemOnly,
  TellOfDue: systemOnly,
  ApproveClaim: { tenant: 'claim.approve' },
  // Before a claim is received, rejecting takes the other permission: the command itself asks for the one that fits.
  RejectClaim: { tenant: 'claim.reject', also: ['claim.receive'] },
  ConfirmProposal: { tenant: 'claim.approve' },
  DeclineProposal: { tenant: 'claim.approve' },
  ReassignClaim: { tenant: 'claim.reassign' },
  ReopenClaim: { tenant: 'claim.reopen' },
  VetNext: { tenant: 'pile.vet' },
  // What is decided takes the permission for that as well: the command asks for it itself.
  PrepareBatch: { tenant: 'pile.batch_decide' },
  DecideBatch: { tenant: 'pile.batch_decide' },
  DecideInBatch: { tenant: 'pile.batch_decide' },
  CloseBatch: systemOnly,
  PutAttachmentRules: { tenant: 'settings.update' },
  BeginUpload: filesGate,
  FinishUpload: filesGate,
  RemoveAttachment: filesGate,
  EraseAttachments: systemOnly,
  DisposeRiskEvent: { tenant: 'risk.dispose' },
  PutRiskRules: { tenant: 'risk.rule_update' },
  OpenInvestigation: { tenant: 'investigation.manage' },
  AddToInvestigation: { tenant: 'investigation.manage' },
  NoteInvestigation: { tenant: 'investigation.manage' },
  PlaceHold: { tenant: 'investigation.manage' },
  LiftHold: { tenant: 'investigation.manage' },
  CloseInvestigation: { tenant: 'investigation.manage' },
  SweepHold: systemOnly,
  CheckIn: { facility: 'facility.checkin.create' },
  AnswerVisit: { enrollee: 'me.answer_alert' },
  PutCardDevice: { enrollee: 'me.update' },
  // An import takes the permission of its kind: each of these asks for it itself (`may-import.ts`).
  StageImport: { anyone: true },
  StageImportRows: { anyone: true },
  CommitImport: { anyone: true },
  DiscardImport: { anyone: true },
  CheckImportRows: systemOnly,
  ApplyImportRows: systemOnly,
  MarkNotices: { anyone: true },
} as const satisfies Readonly<Record<string, Gate>>;

/** What each command of a facility's actor asks for. */
export const facilityGates = {
  OpenFacility: systemOnly,
  LinkTenant: systemOnly,
  PutStaff: { facility: 'facility.user.invite' },
  IssueApiKey: { facility: 'facility.integration.manage' },
  RevokeApiKey: { facility: 'facility.integration.manage' },
  SaveDraft: { facility: 'facility.claim.draft' },
  DiscardDraft: { facility: 'facility.claim.draft' },
  MarkNotices: { anyone: true },
} as const satisfies Readonly<Record<string, Gate>>;
