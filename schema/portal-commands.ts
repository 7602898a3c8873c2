import type { Moment } from './domain/dates.ts';
import type { DependantAsked } from './domain/members/dependant-asked.ts';
import type { InvitedBy } from './domain/members/invitation.ts';
import type {
  ActivatePortal,
  AnswerDependant,
  AskForDependant,
  ExportOwnData,
  InviteEnrollee,
  MarkOwnNotices,
  PutConsent,
  PutNoticePreferences,
  PutOwnDetails,
  TellClientPeople,
} from './forms/portal.ts';
import type { PutPortalAccount } from './forms/put-portal-account.ts';

/** What a tenant's actor takes of covered people's own portals. */
export interface PortalCommands {
  PutPortalAccount: { input: PutPortalAccount; outcome: { enrolleeId: string; accountId: string } };
  InviteEnrollee: {
    input: InviteEnrollee;
    outcome: { enrolleeId: string; email: string; expiresAt: Moment; sent: InvitedBy };
  };
  ActivatePortal: { input: ActivatePortal; outcome: { enrolleeId: string; accountId: string } };
  ExportOwnData: { input: ExportOwnData; outcome: { exportId: string; until: Moment } };
  PutOwnDetails: { input: PutOwnDetails; outcome: { enrolleeId: string } };
  PutConsent: { input: PutConsent; outcome: { enrolleeId: string; given: boolean } };
  MarkOwnNotices: { input: MarkOwnNotices; outcome: { seq: number } };
  PutNoticePreferences: { input: PutNoticePreferences; outcome: { enrolleeId: string } };
  TellClientPeople: { input: TellClientPeople; outcome: { told: number } };
  AskForDependant: { input: AskForDependant; outcome: { requestId: string; state: DependantAsked['state'] } };
  AnswerDependant: {
    input: AnswerDependant;
    outcome: { requestId: string; state: DependantAsked['state']; enrolled: string | null };
  };
}
