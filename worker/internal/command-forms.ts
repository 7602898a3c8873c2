import { z } from 'zod';
import {
  clientPermissions,
  enrolleePermissions,
  facilityPermissions,
  platformPermissions,
  tenantPermissions,
} from '../../schema/domain/permissions.ts';
import { answerAlertForm } from '../../schema/forms/answer-alert.ts';
import { putApprovalLimitsForm } from '../../schema/forms/approval-limits.ts';
import { putAttachmentRulesForm } from '../../schema/forms/attachments.ts';
import { putAuthorizationRulesForm, recordRuleTrialForm } from '../../schema/forms/authorization-rules.ts';
import {
  appealAuthorizationForm,
  confirmAuthorizationProposalForm,
  decideAppealForm,
  decideAuthorizationForm,
  declineAuthorizationProposalForm,
  dischargeAuthorizationForm,
  extendAuthorizationForm,
} from '../../schema/forms/decide-authorization.ts';
import {
  answerQueryForm,
  approveClaimForm,
  confirmProposalForm,
  declineProposalForm,
  expireQueryForm,
  queryClaimForm,
  reassignClaimForm,
  receiveClaimForm,
  rejectClaimForm,
  releaseClaimForm,
  remindFacilityForm,
  reopenClaimForm,
  takeClaimForm,
  tellOfDueForm,
  withdrawClaimForm,
} from '../../schema/forms/decide-claim.ts';
import { discardDraftForm, saveDraftForm } from '../../schema/forms/draft.ts';
import {
  addToInvestigationForm,
  closeInvestigationForm,
  disposeRiskEventForm,
  liftHoldForm,
  noteInvestigationForm,
  openInvestigationForm,
  placeHoldForm,
} from '../../schema/forms/investigations.ts';
import {
  answerLinkForm,
  endLinkForm,
  putPapersForm,
  reinstateLinkForm,
  requestLinkForm,
  suspendLinkForm,
} from '../../schema/forms/link.ts';
import {
  changePrimaryFacilityForm,
  movePlanForm,
  setClientCoverForm,
  setEnrolleeCoverForm,
} from '../../schema/forms/members.ts';
import { putChannelsForm } from '../../schema/forms/notifications.ts';
import {
  answerAuthorizationForm,
  cancelAuthorizationForm,
  queryAuthorizationForm,
} from '../../schema/forms/on-authorization.ts';
import {
  issueApiKeyForm,
  linkFacilityForm,
  linkTenantForm,
  markNoticesForm,
  openFacilityForm,
  openTenantForm,
  putStaffForm,
  revokeApiKeyForm,
} from '../../schema/forms/organisation.ts';
import { decideBatchForm, prepareBatchForm, vetNextForm } from '../../schema/forms/piles.ts';
import {
  changePlanForm,
  createPlanForm,
  discardPlanDraftForm,
  publishPlanForm,
  putPlanVersionForm,
  putServiceGroupForm,
  retirePlanForm,
  savePlanDraftForm,
} from '../../schema/forms/plans.ts';
import { activatePortalForm, exportOwnDataForm, inviteEnrolleeForm } from '../../schema/forms/portal.ts';
import { putAuthorizationSettingsForm } from '../../schema/forms/put-authorization-settings.ts';
import { putClaimRulesForm } from '../../schema/forms/put-claim-rules.ts';
import { putClientForm } from '../../schema/forms/put-client.ts';
import { putEnrolleeForm } from '../../schema/forms/put-enrollee.ts';
import { putFacilityForm } from '../../schema/forms/put-facility.ts';
import { putPortalAccountForm } from '../../schema/forms/put-portal-account.ts';
import { putPricesForm } from '../../schema/forms/put-prices.ts';
import { putRiskRulesForm } from '../../schema/forms/put-risk-rules.ts';
import { putServiceForm } from '../../schema/forms/put-service.ts';
import { putQueueRulesForm } from '../../schema/forms/queue.ts';
import { requestAuthorizationForm } from '../../schema/forms/request-authorization.ts';
import { submitClaimForm } from '../../schema/forms/submit-claim.ts';
import { checkInForm } from '../../schema/forms/visits.ts';

const command = <Type extends string, Form extends z.ZodType>(type: Type, input: Form) =>
  z.strictObject({ type: z.literal(type), input });

const staff = command('PutStaff', putStaffForm);
const issue = command('IssueApiKey', issueApiKeyForm);
const revoke = command('RevokeApiKey', revokeApiKeyForm);
const mark = command('MarkNotices', markNoticesForm);

const tenantCommand = z.discriminatedUnion('type', [
  staff,
  issue,
  revoke,
  mark,
  command('OpenTenant', openTenantForm),
  command('LinkFacility', linkFacilityForm),
  command('PutApprovalLimits', putApprovalLimitsForm),
  command('PutClaimRules', putClaimRulesForm),
  command('PutAttachmentRules', putAttachmentRulesForm),
  command('PutQueueRules', putQueueRulesForm),
  command('PutClient', putClientForm),
  command('RequestLink', requestLinkForm),
  command('AnswerLink', answerLinkForm),
  command('SuspendLink', suspendLinkForm),
  command('ReinstateLink', reinstateLinkForm),
  command('EndLink', endLinkForm),
  command('PutPapers', putPapersForm),
  command('PutPrices', putPricesForm),
  command('SetClientCover', setClientCoverForm),
  command('SetEnrolleeCover', setEnrolleeCoverForm),
  command('MovePlan', movePlanForm),
  command('ChangePrimaryFacility', changePrimaryFacilityForm),
  command('PutFacility', putFacilityForm),
  command('PutService', putServiceForm),
  command('PutServiceGroup', putServiceGroupForm),
  command('CreatePlan', createPlanForm),
  command('ChangePlan', changePlanForm),
  command('SavePlanDraft', savePlanDraftForm),
  command('DiscardPlanDraft', discardPlanDraftForm),
  command('PublishPlan', publishPlanForm),
  command('PutPlanVersion', putPlanVersionForm),
  command('RetirePlan', retirePlanForm),
  command('PutEnrollee', putEnrolleeForm),
  command('PutPortalAccount', putPortalAccountForm),
  command('InviteEnrollee', inviteEnrolleeForm),
  command('ActivatePortal', activatePortalForm),
  command('ExportOwnData', exportOwnDataForm),
  command('RequestAuthorization', requestAuthorizationForm),
  command('QueryAuthorization', queryAuthorizationForm),
  command('AnswerAuthorization', answerAuthorizationForm),
  command('CancelAuthorization', cancelAuthorizationForm),
  command('DecideAuthorization', decideAuthorizationForm),
  command('ExtendAuthorization', extendAuthorizationForm),
  command('DischargeAuthorization', dischargeAuthorizationForm),
  command('AppealAuthorization', appealAuthorizationForm),
  command('DecideAppeal', decideAppealForm),
  command('ConfirmAuthorizationProposal', confirmAuthorizationProposalForm),
  command('DeclineAuthorizationProposal', declineAuthorizationProposalForm),
  command('PutAuthorizationRules', putAuthorizationRulesForm),
  command('RecordRuleTrial', recordRuleTrialForm),
  command('PutAuthorizationSettings', putAuthorizationSettingsForm),
  command('AnswerAlert', answerAlertForm),
  command('PutChannels', putChannelsForm),
  command('CheckIn', checkInForm),
  command('SubmitClaim', submitClaimForm),
  command('ReceiveClaim', receiveClaimForm),
  command('TakeClaim', takeClaimForm),
  command('ReleaseClaim', releaseClaimForm),
  command('QueryClaim', queryClaimForm),
  command('AnswerQuery', answerQueryForm),
  command('WithdrawClaim', withdrawClaimForm),
  command('RemindFacility', remindFacilityForm),
  command('ExpireQuery', expireQueryForm),
  command('TellOfDue', tellOfDueForm),
  command('ApproveClaim', approveClaimForm),
  command('ConfirmProposal', confirmProposalForm),
  command('DeclineProposal', declineProposalForm),
  command('ReassignClaim', reassignClaimForm),
  command('RejectClaim', rejectClaimForm),
  command('ReopenClaim', reopenClaimForm),
  command('VetNext', vetNextForm),
  command('PrepareBatch', prepareBatchForm),
  command('DecideBatch', decideBatchForm),
  command('AddToInvestigation', addToInvestigationForm),
  command('CloseInvestigation', closeInvestigationForm),
  command('DisposeRiskEvent', disposeRiskEventForm),
  command('LiftHold', liftHoldForm),
  command('NoteInvestigation', noteInvestigationForm),
  command('OpenInvestigation', openInvestigationForm),
  command('PlaceHold', placeHoldForm),
  command('PutRiskRules', putRiskRulesForm),
]);

const facilityCommand = z.discriminatedUnion('type', [
  staff,
  issue,
  revoke,
  mark,
  command('OpenFacility', openFacilityForm),
  command('LinkTenant', linkTenantForm),
  command('SaveDraft', saveDraftForm),
  command('DiscardDraft', discardDraftForm),
]);

const allPermissions = [
  ...tenantPermissions,
  ...facilityPermissions,
  ...clientPermissions,
  ...enrolleePermissions,
  ...platformPermissions,
] as const;

const principal = z.strictObject({
  id: z.string().min(1).max(40),
  name: z.string().min(1).max(120),
  via: z.enum(['session', 'key', 'system']),
  organisation: z.strictObject({
    kind: z.enum(['tenant', 'facility', 'client', 'enrollee', 'platform']),
    id: z.string().min(1).max(40),
  }),
  permissions: z.array(z.enum(allPermissions)),
});

const envelopesOf = <Command extends z.ZodType>(of: Command) =>
  z
    .array(
      z.strictObject({
        id: z.string().min(1).max(80),
        at: z.number().int().positive().optional(),
        principal: principal.optional(),
        command: of,
      }),
    )
    .max(256);

/** Whose actor commands are for. */
export const actorForm = z.object({
  actor: z.strictObject({ kind: z.enum(['tenant', 'facility']), id: z.string().regex(/^[0-9a-z-]{1,40}$/) }),
});
/** Commands for a tenant's actor, in order; a principal left out is the system. */
export const tenantEnvelopesForm = z.object({ envelopes: envelopesOf(tenantCommand) });
/** Commands for a facility's actor. */
export const facilityEnvelopesForm = z.object({ envelopes: envelopesOf(facilityCommand) });
