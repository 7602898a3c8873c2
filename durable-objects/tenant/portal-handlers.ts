import type { PortalCommands } from '../../schema/portal-commands.ts';
import { activatePortal } from './commands/activate-portal.ts';
import { inviteEnrollee } from './commands/invite-enrollee.ts';
import { putPortalAccount } from './commands/put-portal-account.ts';
import type { TenantHandler } from './handler.ts';

/** What a tenant's actor does with covered people's own portals. */
export const portalHandlers: { [Type in keyof PortalCommands]: TenantHandler<Type> } = {
  PutPortalAccount: putPortalAccount,
  InviteEnrollee: inviteEnrollee,
  ActivatePortal: activatePortal,
};
