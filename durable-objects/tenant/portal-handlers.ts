import type { PortalCommands } from '../../schema/portal-commands.ts';
import { activatePortal } from './commands/activate-portal.ts';
import { answerDependant } from './commands/answer-dependant.ts';
import { askForDependant } from './commands/ask-for-dependant.ts';
import { exportOwnData } from './commands/export-own-data.ts';
import { inviteEnrollee } from './commands/invite-enrollee.ts';
import { markOwnNotices } from './commands/mark-own-notices.ts';
import { putConsent } from './commands/put-consent.ts';
import { putNoticePreferences } from './commands/put-notice-preferences.ts';
import { putOwnDetails } from './commands/put-own-details.ts';
import { putPortalAccount } from './commands/put-portal-account.ts';
import { tellClientPeople } from './commands/tell-client-people.ts';
import type { TenantHandler } from './handler.ts';

/** What a tenant's actor does with covered people's own portals. */
export const portalHandlers: { [Type in keyof PortalCommands]: TenantHandler<Type> } = {
  PutPortalAccount: putPortalAccount,
  InviteEnrollee: inviteEnrollee,
  ActivatePortal: activatePortal,
  ExportOwnData: exportOwnData,
  PutOwnDetails: putOwnDetails,
  PutConsent: putConsent,
  MarkOwnNotices: markOwnNotices,
  PutNoticePreferences: putNoticePreferences,
  TellClientPeople: tellClientPeople,
  AskForDependant: askForDependant,
  AnswerDependant: answerDependant,
};
