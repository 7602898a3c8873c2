import type { Gate } from './command-permissions.ts';

/** Who may send the commands of covered people's own portals. */
export const portalGates = {
  PutPortalAccount: {},
  InviteEnrollee: { tenant: 'enrollee.update' },
  ActivatePortal: {},
  ExportOwnData: { enrollee: 'me.export' },
  PutOwnDetails: { enrollee: 'me.update' },
  PutConsent: { enrollee: 'me.update' },
  MarkOwnNotices: { enrollee: 'me.view' },
  PutNoticePreferences: { enrollee: 'me.update' },
  TellClientPeople: {},
  AskForDependant: { enrollee: 'me.update' },
  AnswerDependant: { tenant: 'enrollee.create' },
} as const satisfies Readonly<Record<string, Gate>>;
