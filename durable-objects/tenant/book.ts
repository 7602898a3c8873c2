import type { Row } from '@libsql/client/web';
import type {
  CommandOf,
  Envelope,
  TenantCommand,
  TenantCommands,
  TenantOutcome,
} from '../../schema/commands.ts';
import { type Gate, tenantGates } from '../../schema/domain/command-permissions.ts';
import { makeId } from '../../schema/domain/ids.ts';
import { enrolleeOf } from '../../schema/domain/members/portal-id.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import { refuseUnlessCovered, refuseUnlessLinked, refuseUnlessOwn } from '../actor/authorize.ts';
import type { Book, Context, Decision, Done, Want } from '../actor/book.ts';
import type { Head } from '../actor/journal.ts';
import { addToInvestigation } from './commands/add-to-investigation.ts';
import { answerLink } from './commands/answer-link.ts';
import { answerQuery } from './commands/answer-query.ts';
import { applyImportRows } from './commands/apply-import-rows.ts';
import { approveClaim } from './commands/approve-claim.ts';
import { beginUpload } from './commands/begin-upload.ts';
import { changePlan } from './commands/change-plan.ts';
import { changePrimaryFacility } from './commands/change-primary-facility.ts';
import { checkImportRows } from './commands/check-import-rows.ts';
import { closeBatch } from './commands/close-batch.ts';
import { closeInvestigation } from './commands/close-investigation.ts';
import { commitImport } from './commands/commit-import.ts';
import { confirmProposal } from './commands/confirm-proposal.ts';
import { createPlan } from './commands/create-plan.ts';
import { decideBatch } from './commands/decide-batch.ts';
import { decideInBatch } from './commands/decide-in-batch.ts';
import { declineProposal } from './commands/decline-proposal.ts';
import { discardImport } from './commands/discard-import.ts';
import { discardPlanDraft } from './commands/discard-plan-draft.ts';
import { disposeRiskEvent } from './commands/dispose-risk-event.ts';
import { endLink } from './commands/end-link.ts';
import { eraseAttachments } from './commands/erase-attachments.ts';
import { expireQuery } from './commands/expire-query.ts';
import { finishUpload } from './commands/finish-upload.ts';
import { issueApiKey } from './commands/issue-api-key.ts';
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
import { putClaimRules } from './commands/put-claim-rules.ts';
import { putClient } from './commands/put-client.ts';
import { putEnrollee } from './commands/put-enrollee.ts';
import { putFacility } from './commands/put-facility.ts';
import { putPapers } from './commands/put-papers.ts';
import { putPlanVersion } from './commands/put-plan-version.ts';
import { putPortalAccount } from './commands/put-portal-account.ts';
import { putPrices } from './commands/put-prices.ts';
import { putQueueRules } from './commands/put-queue-rules.ts';
import { putQueueView } from './commands/put-queue-view.ts';
import { putRiskRules } from './commands/put-risk-rules.ts';
import { putService } from './commands/put-service.ts';
import { putServiceGroup } from './commands/put-service-group.ts';
import { putStaff } from './commands/put-staff.ts';
import { queryClaim } from './commands/query-claim.ts';
import { rankAnew } from './commands/rank-anew.ts';
import { reassignClaim } from './commands/reassign-claim.ts';
import { receiveClaim } from './commands/receive-claim.ts';
import { reinstateLink } from './commands/reinstate-link.ts';
import { rejectClaim } from './commands/reject-claim.ts';
import { releaseClaim } from './commands/release-claim.ts';
import { remindFacility } from './commands/remind-facility.ts';
import { removeAttachment } from './commands/remove-attachment.ts';
import { removeQueueView } from './commands/remove-queue-view.ts';
import { reopenClaim } from './commands/reopen-claim.ts';
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
import type { TenantContext, TenantDid, TenantHandler } from './handler.ts';
import { enrolleeKey } from './memory/enrollees.ts';
import { linkKey } from './memory/network.ts';
import { only } from './memory/settings.ts';
import { TenantMemory } from './memory.ts';

const handlers: { [Type in keyof TenantCommands]: TenantHandler<Type> } = {
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
  PutPortalAccount: putPortalAccount,
  PutEnrollee: putEnrollee,
  SetEnrolleeCover: setEnrolleeCover,
  MovePlan: movePlan,
  ChangePrimaryFacility: changePrimaryFacility,
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

const gates: Readonly<Record<keyof TenantCommands, Gate>> = tenantGates;

/** What a tenant's book is handed: everything outside of memory. */
export interface TenantBookParts {
  tenantId: string;
  random: (bytes: number) => Uint8Array;
  /** whether an account has the product open now */
  isHere: (accountId: string) => boolean;
  hasBucket: boolean;
  started: (head: Head) => Promise<void>;
  committed: (done: readonly Done<TenantDid>[], head: Head) => void;
}

/** A tenant's commands over its memory: who may, what is wanted, what is decided. */
export class TenantBook implements Book<TenantCommand, TenantOutcome, TenantDid> {
  readonly memory = new TenantMemory();
  readonly layers = this.memory.layers;
  readonly starting = this.memory.starting;
  readonly #parts: TenantBookParts;

  constructor(parts: TenantBookParts) {
    this.#parts = parts;
  }

  async started(answers: Row[][], head: Head): Promise<void> {
    this.memory.start(answers);
    await this.#parts.started(head);
  }

  committed(done: readonly Done<TenantDid>[], head: Head): void {
    this.#parts.committed(done, head);
  }

  wants({ principal, command }: Envelope<TenantCommand>): Want[] {
    return [...this.#whoWants(principal), ...this.#wants(command, principal)];
  }

  /** What must be in memory to know what a principal may do. */
  #whoWants(principal: TenantContext['principal']): Want[] {
    const { kind, id } = principal.organisation;
    if (kind === 'facility') return [{ shelf: this.memory.links, key: linkKey.facility(id) }];
    if (kind !== 'enrollee') return this.memory.people.wants(principal);
    const covered = enrolleeOf(id);
    return covered ? [{ shelf: this.memory.enrollees, key: enrolleeKey.id(covered.enrolleeId) }] : [];
  }

  #wants<Type extends keyof TenantCommands>(
    command: CommandOf<TenantCommands, Type>,
    principal: TenantContext['principal'],
  ) {
    return handlers[command.type].wants(this.memory, command.input, principal);
  }

  decide(
    { principal, command }: Envelope<TenantCommand>,
    context: Context,
  ): Decision<TenantOutcome, TenantDid> | Refusal {
    const { tenantId, random, isHere, hasBucket } = this.#parts;
    if (command.type !== 'OpenTenant' && !this.memory.settings.get(only))
      return refuse('not_found', 'There is no such insurer.');
    const no = this.#refuse(principal, gates[command.type]);
    if (no) return no;
    const newId = () => makeId(context.at, random(13));
    return this.#decide(command, {
      ...context,
      tenantId,
      memory: this.memory,
      principal,
      newId,
      random,
      isHere,
      hasBucket,
    });
  }

  #decide<Type extends keyof TenantCommands>(
    command: CommandOf<TenantCommands, Type>,
    context: TenantContext,
  ) {
    return handlers[command.type].decide(command.input, context);
  }

  #refuse(principal: TenantContext['principal'], gate: Gate): Refusal | null {
    const { kind, id } = principal.organisation;
    if (kind === 'facility' && principal.via !== 'system') {
      const link = this.memory.links.get(linkKey.facility(id));
      return refuseUnlessLinked(link, principal, gate);
    }
    if (kind === 'enrollee') {
      const covered = enrolleeOf(id);
      const own = covered?.tenantId === this.#parts.tenantId ? covered.enrolleeId : null;
      const person = own === null ? null : this.memory.enrollees.get(enrolleeKey.id(own));
      return refuseUnlessCovered(person?.portal ?? null, principal, gate);
    }
    return refuseUnlessOwn(this.memory.people, principal, { kind: 'tenant', id: this.#parts.tenantId }, gate);
  }
}
