import type { PortalCommands } from '../../../schema/portal-commands.ts';

/** An input for each command of covered people's own portals: nothing of it is there. */
export const portalInputs: { [Type in keyof PortalCommands]: PortalCommands[Type]['input'] } = {
  ExportOwnData: { exportId: 'export-1' },
  PutOwnDetails: { phone: null, email: null },
  PutConsent: { to: 'x', given: true },
  MarkOwnNotices: { seq: 0 },
  PutNoticePreferences: { off: [], mail: [] },
  TellClientPeople: { code: 'NONE', what: 'suspend', people: [] },
  AskForDependant: {
    requestId: 'request-1',
    relation: 'child',
    firstName: 'N',
    lastName: 'N',
    birthDate: '2020-01-01',
    sex: 'male',
  },
  AnswerDependant: { memberId: 'TST-INDV-99999-P', requestId: 'request-1', coverFrom: null, reason: 'No' },
  InviteEnrollee: { memberId: 'TST-INDV-99999-P', tokenHash: '0'.repeat(64), secretId: 'n' },
  ActivatePortal: { enrolleeId: 'n', tokenHash: '0'.repeat(64), accountId: 'n' },
  PutPortalAccount: { memberId: 'TST-INDV-99999-P', accountId: 'n', email: 'n@x.example', state: 'ACTIVE' },
};
