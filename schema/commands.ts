import type { AuthorizationCommands, AuthorizationOutcome } from './authorization-commands.ts';
import type { CalendarDate, Moment } from './domain/dates.ts';
import type { InvestigationState } from './domain/investigations/investigation.ts';
import type { CoverVerb } from './domain/members/cover-change.ts';
import type { LinkState } from './domain/network/link.ts';
import type { Principal } from './domain/permissions.ts';
import type { BatchResult } from './domain/piles/batch.ts';
import type { Refusal } from './domain/refusal.ts';
import type { Verdict } from './domain/risk/dispose.ts';
import type { PutApprovalLimits } from './forms/approval-limits.ts';
import type {
  BeginUpload,
  EraseAttachments,
  FinishUpload,
  PutAttachmentRules,
  RemoveAttachment,
} from './forms/attachments.ts';
import type {
  AnswerQuery,
  ApproveClaim,
  ConfirmProposal,
  DeclineProposal,
  OnClaim,
  QueryClaim,
  ReassignClaim,
  RejectClaim,
  ReopenClaim,
  TellOfDue,
} from './forms/decide-claim.ts';
import type { DiscardDraft, SaveDraft } from './forms/draft.ts';
import type {
  ApplyImportRows,
  CheckImportRows,
  OnImport,
  StageImport,
  StageImportRows,
} from './forms/import.ts';
import type {
  AddToInvestigation,
  CloseInvestigation,
  DisposeRiskEvent,
  LiftHold,
  NoteInvestigation,
  OpenInvestigation,
  PlaceHold,
  SweepHold,
} from './forms/investigations.ts';
import type {
  AnswerLink,
  EndLink,
  PutPapers,
  ReinstateLink,
  RequestLink,
  SuspendLink,
} from './forms/link.ts';
import type { ChangePrimaryFacility, MovePlan, SetClientCover, SetEnrolleeCover } from './forms/members.ts';
import type {
  IssueApiKey,
  LinkFacility,
  LinkTenant,
  MarkNotices,
  OpenFacility,
  OpenTenant,
  PutStaff,
  RevokeApiKey,
} from './forms/organisation.ts';
import type { DecideBatch, DecideInBatch, PrepareBatch, VetNext } from './forms/piles.ts';
import type {
  ChangePlan,
  CreatePlan,
  DiscardPlanDraft,
  PublishPlan,
  PutPlanVersion,
  PutServiceGroup,
  RetirePlan,
  SavePlanDraft,
} from './forms/plans.ts';
import type { PutClaimRules } from './forms/put-claim-rules.ts';
import type { PutClient } from './forms/put-client.ts';
import type { PutEnrollee } from './forms/put-enrollee.ts';
import type { PutFacility } from './forms/put-facility.ts';
import type { PutPrices } from './forms/put-prices.ts';
import type { PutRiskRules } from './forms/put-risk-rules.ts';
import type { PutService } from './forms/put-service.ts';
import type { PutQueueRules, PutQueueView, RankAnew, RemoveQueueView } from './forms/queue.ts';
import type { SubmitClaim } from './forms/submit-claim.ts';
import type { NotificationCommands } from './notification-commands.ts';
import type { PortalCommands } from './portal-commands.ts';
import type { VisitCommands } from './visit-commands.ts';

/** Every command a tenant's actor takes, with its input and its outcome. */
export interface TenantCommands
  extends AuthorizationCommands,
    PortalCommands,
    VisitCommands,
    NotificationCommands {
  OpenTenant: { input: OpenTenant; outcome: { tenantId: string } };
  PutStaff: { input: PutStaff; outcome: { accountId: string } };
  IssueApiKey: { input: IssueApiKey; outcome: { id: string } };
  RevokeApiKey: { input: RevokeApiKey; outcome: { id: string } };
  PutClient: {
    input: PutClient;
    outcome: { code: string; created: boolean; changed: boolean; reviewFrom: CalendarDate | null };
  };
  SetClientCover: { input: SetClientCover; outcome: CoverOutcome & { code: string } };
  PutApprovalLimits: { input: PutApprovalLimits; outcome: { changed: number } };
  PutClaimRules: { input: PutClaimRules; outcome: { straightThrough: boolean } };
  PutQueueRules: { input: PutQueueRules; outcome: { rules: number; toRank: number } };
  PutQueueView: { input: PutQueueView; outcome: { viewId: string } };
  RemoveQueueView: { input: RemoveQueueView; outcome: { viewId: string } };
  RankAnew: { input: RankAnew; outcome: { done: number; moved: number } };
  LinkFacility: { input: LinkFacility; outcome: { facilityId: string } };
  RequestLink: { input: RequestLink; outcome: LinkOutcome };
  AnswerLink: { input: AnswerLink; outcome: LinkOutcome };
  SuspendLink: { input: SuspendLink; outcome: LinkOutcome };
  ReinstateLink: { input: ReinstateLink; outcome: LinkOutcome };
  EndLink: { input: EndLink; outcome: LinkOutcome };
  PutPapers: { input: PutPapers; outcome: { facilityId: string } };
  PutPrices: { input: PutPrices; outcome: { changed: number } };
  PutFacility: { input: PutFacility; outcome: { facilityId: string; created: boolean } };
  PutService: { input: PutService; outcome: { code: string; created: boolean } };
  PutServiceGroup: { input: PutServiceGroup; outcome: { code: string; created: boolean } };
  CreatePlan: { input: CreatePlan; outcome: { code: string } };
  ChangePlan: { input: ChangePlan; outcome: { code: string } };
  SavePlanDraft: { input: SavePlanDraft; outcome: { code: string; revision: number } };
  DiscardPlanDraft: { input: DiscardPlanDraft; outcome: { code: string; revision: number } };
  PublishPlan: { input: PublishPlan; outcome: { code: string; version: number } };
  PutPlanVersion: { input: PutPlanVersion; outcome: { code: string; version: number; created: boolean } };
  RetirePlan: { input: RetirePlan; outcome: { code: string } };
  PutEnrollee: { input: PutEnrollee; outcome: EnrolmentOutcome };
  SetEnrolleeCover: { input: SetEnrolleeCover; outcome: CoverOutcome & { enrolleeId: string } };
  MovePlan: { input: MovePlan; outcome: PlanMoveOutcome };
  ChangePrimaryFacility: {
    input: ChangePrimaryFacility;
    outcome: { enrolleeId: string; from: CalendarDate };
  };
  SubmitClaim: { input: SubmitClaim; outcome: ClaimOutcome };
  ReceiveClaim: { input: OnClaim; outcome: ClaimOutcome };
  TakeClaim: { input: OnClaim; outcome: ClaimOutcome & { leaseUntil: Moment; recommendation: string } };
  ReleaseClaim: { input: OnClaim; outcome: ClaimOutcome };
  QueryClaim: { input: QueryClaim; outcome: ClaimOutcome };
  AnswerQuery: { input: AnswerQuery; outcome: ClaimOutcome };
  WithdrawClaim: { input: OnClaim; outcome: ClaimOutcome };
  RemindFacility: { input: OnClaim; outcome: ClaimOutcome };
  ExpireQuery: { input: OnClaim; outcome: ClaimOutcome };
  TellOfDue: { input: TellOfDue; outcome: { claims: number } };
  ApproveClaim: { input: ApproveClaim; outcome: ClaimOutcome };
  ConfirmProposal: { input: ConfirmProposal; outcome: ClaimOutcome };
  DeclineProposal: { input: DeclineProposal; outcome: ClaimOutcome };
  ReassignClaim: { input: ReassignClaim; outcome: ClaimOutcome };
  RejectClaim: { input: RejectClaim; outcome: ClaimOutcome };
  ReopenClaim: { input: ReopenClaim; outcome: ClaimOutcome };
  VetNext: { input: VetNext; outcome: ClaimOutcome & { leaseUntil: Moment } };
  PrepareBatch: { input: PrepareBatch; outcome: BatchOutcome };
  DecideBatch: { input: DecideBatch; outcome: BatchOutcome };
  DecideInBatch: { input: DecideInBatch; outcome: ClaimOutcome };
  CloseBatch: {
    input: { batchId: string; results: readonly BatchResult[] };
    outcome: { batchId: string } & Record<BatchResult['became'], number>;
  };
  DisposeRiskEvent: {
    input: DisposeRiskEvent;
    outcome: (ClaimOutcome | AuthorizationOutcome) & { n: number; verdict: Verdict; risk: number };
  };
  PutRiskRules: { input: PutRiskRules; outcome: { on: number } };
  OpenInvestigation: { input: OpenInvestigation; outcome: InvestigationOutcome };
  AddToInvestigation: { input: AddToInvestigation; outcome: InvestigationOutcome };
  NoteInvestigation: { input: NoteInvestigation; outcome: InvestigationOutcome };
  PlaceHold: { input: PlaceHold; outcome: InvestigationOutcome };
  LiftHold: { input: LiftHold; outcome: InvestigationOutcome };
  CloseInvestigation: { input: CloseInvestigation; outcome: InvestigationOutcome };
  SweepHold: { input: SweepHold; outcome: { investigation: string; claims: number; more: boolean } };
  StageImport: { input: StageImport; outcome: { importId: string } };
  StageImportRows: { input: StageImportRows; outcome: ImportOutcome };
  CheckImportRows: { input: CheckImportRows; outcome: ImportOutcome };
  CommitImport: { input: OnImport; outcome: ImportOutcome };
  ApplyImportRows: { input: ApplyImportRows; outcome: ImportOutcome };
  DiscardImport: { input: OnImport; outcome: ImportOutcome };
  PutAttachmentRules: { input: PutAttachmentRules; outcome: { wanted: number } };
  BeginUpload: { input: BeginUpload; outcome: UploadOutcome };
  FinishUpload: { input: FinishUpload; outcome: { attachmentId: string } };
  RemoveAttachment: { input: RemoveAttachment; outcome: { attachmentId: string } };
  EraseAttachments: { input: EraseAttachments; outcome: { erased: number } };
  MarkNotices: { input: MarkNotices; outcome: { seq: number } };
}

/** Every command a facility's actor takes. What it sends on to a tenant is a `TenantCommand`. */
export interface FacilityCommands {
  OpenFacility: { input: OpenFacility; outcome: { facilityId: string } };
  PutStaff: { input: PutStaff; outcome: { accountId: string } };
  IssueApiKey: { input: IssueApiKey; outcome: { id: string } };
  RevokeApiKey: { input: RevokeApiKey; outcome: { id: string } };
  LinkTenant: { input: LinkTenant; outcome: { tenantId: string } };
  SaveDraft: { input: SaveDraft; outcome: { draftId: string; version: number; savedAt: Moment } };
  DiscardDraft: { input: DiscardDraft; outcome: { draftId: string } };
  MarkNotices: { input: MarkNotices; outcome: { seq: number } };
}

/** What an enrolment came to. `reviewFrom`: the first past day whose cover became another; null: the past is as it was. */
export interface EnrolmentOutcome {
  enrolleeId: string;
  memberId: string;
  created: boolean;
  outcome: 'created' | 'changed' | 'unchanged';
  reviewFrom: CalendarDate | null;
}

/** What became of a cover, from when; `reviewFrom` as with an enrolment. */
export interface CoverOutcome {
  change: CoverVerb;
  from: CalendarDate;
  reviewFrom: CalendarDate | null;
}

/** Where a move leads and when; `takenBack`: there is none any more. */
export interface PlanMoveOutcome {
  enrolleeId: string;
  plan: string;
  from: CalendarDate;
  takenBack: boolean;
  /** everybody who moves, by enrollee id */
  moved: readonly string[];
}

/** An upload that was begun, or that goes on: the same content for the same place is the same upload. */
export interface UploadOutcome {
  uploadId: string;
  resumed: boolean;
}

/** What an import became. */
export interface ImportOutcome {
  importId: string;
  state: string;
}

/** What a claim became. `proposed`: above the decider's ceiling, so that this amount waits for a second person. */
export interface ClaimOutcome {
  number: string;
  state: string;
  version: number;
  proposed?: number;
}

/** Claims that are decided together, and how many they are. */
export interface BatchOutcome {
  batchId: string;
  claims: number;
}

/** What an investigation became. */
export interface InvestigationOutcome {
  number: string;
  state: InvestigationState;
  version: number;
}

/** What a link became. */
export interface LinkOutcome {
  facilityId: string;
  state: LinkState;
  version: number;
}

/** One command as it is sent: its name and its input. */
export type CommandOf<
  Commands extends { [T in keyof Commands]: { input: unknown } },
  Type extends keyof Commands = keyof Commands,
> = { [T in Type]: { type: T; input: Commands[T]['input'] } }[Type];
export type TenantCommand = CommandOf<TenantCommands>;
export type FacilityCommand = CommandOf<FacilityCommands>;
/** Any outcome of a tenant's command. */
export type TenantOutcome = TenantCommands[keyof TenantCommands]['outcome'];
/** Any outcome of a facility's command. */
export type FacilityOutcome = FacilityCommands[keyof FacilityCommands]['outcome'];

/**
 * One request to change something. `id` makes it safe to send again: the same id with the same input returns the
 * recorded outcome, with another input it is refused. `at` is honoured only for the system principal (seeding, imports).
 */
export interface Envelope<Command> {
  id: string;
  principal: Principal;
  command: Command;
  at?: Moment;
}

/** What an actor answers: done (now or, `repeated`, before) under journal number `seq`, or refused. */
export type Answer<Outcome> = { refused?: false; seq: number; outcome: Outcome; repeated: boolean } | Refusal;
