import type { TenantCommands } from '../../schema/commands.ts';
import { addToInvestigation } from './commands/add-to-investigation.ts';
import { advanceAuthorization } from './commands/advance-authorization.ts';
import { answerAlert } from './commands/answer-alert.ts';
import { answerAuthorization } from './commands/answer-authorization.ts';
import { answerLink } from './commands/answer-link.ts';
import { answerQuery } from './commands/answer-query.ts';
import { answerVisit } from './commands/answer-visit.ts';
import { appealAuthorization } from './commands/appeal-authorization.ts';
import { applyImportRows } from './commands/apply-import-rows.ts';
import { approveClaim } from './commands/approve-claim.ts';
import { beginUpload } from './commands/begin-upload.ts';
import { cancelAuthorization } from './commands/cancel-authorization.ts';
import { changePlan } from './commands/change-plan.ts';
import { changePrimaryFacility } from './commands/change-primary-facility.ts';
import { checkImportRows } from './commands/check-import-rows.ts';
import { checkIn } from './commands/check-in.ts';
import { closeBatch } from './commands/close-batch.ts';
import { closeInvestigation } from './commands/close-investigation.ts';
import { commitImport } from './commands/commit-import.ts';
import { completeMoves } from './commands/complete-moves.ts';
import { confirmAuthorizationProposal } from './commands/confirm-authorization-proposal.ts';
import { confirmProposal } from './commands/confirm-proposal.ts';
import { createPlan } from './commands/create-plan.ts';
import { decideAppeal } from './commands/decide-appeal.ts';
import { decideAuthorization } from './commands/decide-authorization.ts';
import { decideBatch } from './commands/decide-batch.ts';
import { decideInBatch } from './commands/decide-in-batch.ts';
import { declineAuthorizationProposal } from './commands/decline-authorization-proposal.ts';
import { declineProposal } from './commands/decline-proposal.ts';
import { discardImport } from './commands/discard-import.ts';
import { discardPlanDraft } from './commands/discard-plan-draft.ts';
import { dischargeAuthorization } from './commands/discharge-authorization.ts';
import { disposeRiskEvent } from './commands/dispose-risk-event.ts';
import { endLink } from './commands/end-link.ts';
import { eraseAttachments } from './commands/erase-attachments.ts';
import { expireQuery } from './commands/expire-query.ts';
import { extendAuthorization } from './commands/extend-authorization.ts';
import { finishUpload } from './commands/finish-upload.ts';
import { issueApiKey } from './commands/issue-api-key.ts';
import { judgeAgain } from './commands/judge-again.ts';
import { liftHold } from './commands/lift-hold.ts';
import { linkFacility } from './commands/link-facility.ts';
import { markNotices } from './commands/mark-notices.ts';
import { movePlan } from './commands/move-plan.ts';
import { noteInvestigation } from './commands/note-investigation.ts';
import { openInvestigation } from './commands/open-investigation.ts';
import { openTenant } from './commands/open-tenant.ts';
import { placeHold } from './commands/place-hold.ts';
import { prepareBatch } from './commands/prepare-batch.ts';
import { publishPlan } from './commands/publish-plan.ts';
import { putApprovalLimits } from './commands/put-approval-limits.ts';
import { putAttachmentRules } from './commands/put-attachment-rules.ts';
import { putAuthorizationRules } from './commands/put-authorization-rules.ts';
import { putAuthorizationSettings } from './commands/put-authorization-settings.ts';
import { putCardDevice } from './commands/put-card-device.ts';
import { putChannels } from './commands/put-channels.ts';
import { putClaimRules } from './commands/put-claim-rules.ts';
import { putClient } from './commands/put-client.ts';
import { putEnrollee } from './commands/put-enrollee.ts';
import { putFacility } from './commands/put-facility.ts';
import { putPapers } from './commands/put-papers.ts';
import { putPlanVersion } from './commands/put-plan-version.ts';
import { putPrices } from './commands/put-prices.ts';
import { putPushSubscription } from './commands/put-push-subscription.ts';
import { putQueueRules } from './commands/put-queue-rules.ts';
import { putQueueView } from './commands/put-queue-view.ts';
import { putRiskRules } from './commands/put-risk-rules.ts';
import { putService } from './commands/put-service.ts';
import { putServiceGroup } from './commands/put-service-group.ts';
import { putStaff } from './commands/put-staff.ts';
import { queryAuthorization } from './commands/query-authorization.ts';
import { queryClaim } from './commands/query-claim.ts';
import { rankAnew } from './commands/rank-anew.ts';
import { reassignClaim } from './commands/reassign-claim.ts';
import { receiveClaim } from './commands/receive-claim.ts';
import { recordRuleTrial } from './commands/record-rule-trial.ts';
import { recordSending } from './commands/record-sending.ts';
import { reinstateLink } from './commands/reinstate-link.ts';
import { rejectClaim } from './commands/reject-claim.ts';
import { releaseClaim } from './commands/release-claim.ts';
import { remindFacility } from './commands/remind-facility.ts';
import { removeAttachment } from './commands/remove-attachment.ts';
import { removePushSubscription } from './commands/remove-push-subscription.ts';
import { removeQueueView } from './commands/remove-queue-view.ts';
import { reopenClaim } from './commands/reopen-claim.ts';
import { requestAuthorization } from './commands/request-authorization.ts';
import { requestLink } from './commands/request-link.ts';
import { retirePlan } from './commands/retire-plan.ts';
import { revokeApiKey } from './commands/revoke-api-key.ts';
import { savePlanDraft } from './commands/save-plan-draft.ts';
import { setClientCover } from './commands/set-client-cover.ts';
import { setEnrolleeCover } from './commands/set-enrollee-cover.ts';
import { stageImport } from './commands/stage-import.ts';
import { stageImportRows } from './commands/stage-import-rows.ts';
import { submitClaim } from './commands/submit-claim.ts';
import { suspendLink } from './commands/suspend-link.ts';
import { sweepHold } from './commands/sweep-hold.ts';
import { takeClaim } from './commands/take-claim.ts';
import { tellOfDue } from './commands/tell-of-due.ts';
import { vetNext } from './commands/vet-next.ts';
import { withdrawClaim } from './commands/withdraw-claim.ts';
import type { TenantHandler } from './handler.ts';
import { portalHandlers } from './portal-handlers.ts';

/** Who does what: one handler a command. */
export const handlers: { [Type in keyof TenantCommands]: TenantHandler<Type> } = {
  OpenTenant: openTenant,
  PutStaff: putStaff,
  IssueApiKey: issueApiKey,
  RevokeApiKey: revokeApiKey,
  PutApprovalLimits: putApprovalLimits,
  PutClaimRules: putClaimRules,
  PutQueueRules: putQueueRules,
  RankAnew: rankAnew,
  PutQueueView: putQueueView,
  RemoveQueueView: removeQueueView,
  PutClient: putClient,
  SetClientCover: setClientCover,
  LinkFacility: linkFacility,
  RequestLink: requestLink,
  AnswerLink: answerLink,
  SuspendLink: suspendLink,
  ReinstateLink: reinstateLink,
  EndLink: endLink,
  PutPapers: putPapers,
  PutPrices: putPrices,
  PutFacility: putFacility,
  PutService: putService,
  PutServiceGroup: putServiceGroup,
  CreatePlan: createPlan,
  ChangePlan: changePlan,
  SavePlanDraft: savePlanDraft,
  DiscardPlanDraft: discardPlanDraft,
  PublishPlan: publishPlan,
  PutPlanVersion: putPlanVersion,
  RetirePlan: retirePlan,
  ...portalHandlers,
  PutEnrollee: putEnrollee,
  SetEnrolleeCover: setEnrolleeCover,
  MovePlan: movePlan,
  ChangePrimaryFacility: changePrimaryFacility,
  RequestAuthorization: requestAuthorization,
  AdvanceAuthorization: advanceAuthorization,
  JudgeAgain: judgeAgain,
  CompleteMoves: completeMoves,
  AnswerAuthorization: answerAuthorization,
  CancelAuthorization: cancelAuthorization,
  QueryAuthorization: queryAuthorization,
  PutAuthorizationSettings: putAuthorizationSettings,
  PutAuthorizationRules: putAuthorizationRules,
  RecordRuleTrial: recordRuleTrial,
  DecideAuthorization: decideAuthorization,
  ExtendAuthorization: extendAuthorization,
  DischargeAuthorization: dischargeAuthorization,
  AppealAuthorization: appealAuthorization,
  DecideAppeal: decideAppeal,
  ConfirmAuthorizationProposal: confirmAuthorizationProposal,
  DeclineAuthorizationProposal: declineAuthorizationProposal,
  PutPushSubscription: putPushSubscription,
  RemovePushSubscription: removePushSubscription,
  PutChannels: putChannels,
  RecordSending: recordSending,
  AnswerAlert: answerAlert,
  SubmitClaim: submitClaim,
  ReceiveClaim: receiveClaim,
  TakeClaim: takeClaim,
  ReleaseClaim: releaseClaim,
  QueryClaim: queryClaim,
  AnswerQuery: answerQuery,
  WithdrawClaim: withdrawClaim,
  RemindFacility: remindFacility,
  ExpireQuery: expireQuery,
  TellOfDue: tellOfDue,
  ApproveClaim: approveClaim,
  ConfirmProposal: confirmProposal,
  DeclineProposal: declineProposal,
  ReassignClaim: reassignClaim,
  RejectClaim: rejectClaim,
  ReopenClaim: reopenClaim,
  VetNext: vetNext,
  PrepareBatch: prepareBatch,
  DecideBatch: decideBatch,
  DecideInBatch: decideInBatch,
  CloseBatch: closeBatch,
  AddToInvestigation: addToInvestigation,
  CloseInvestigation: closeInvestigation,
  DisposeRiskEvent: disposeRiskEvent,
  LiftHold: liftHold,
  NoteInvestigation: noteInvestigation,
  OpenInvestigation: openInvestigation,
  PlaceHold: placeHold,
  PutRiskRules: putRiskRules,
  SweepHold: sweepHold,
  CheckIn: checkIn,
  AnswerVisit: answerVisit,
  PutCardDevice: putCardDevice,
  StageImport: stageImport,
  StageImportRows: stageImportRows,
  CheckImportRows: checkImportRows,
  CommitImport: commitImport,
  ApplyImportRows: applyImportRows,
  DiscardImport: discardImport,
  PutAttachmentRules: putAttachmentRules,
  BeginUpload: beginUpload,
  FinishUpload: finishUpload,
  RemoveAttachment: removeAttachment,
  EraseAttachments: eraseAttachments,
  MarkNotices: markNotices,
};
