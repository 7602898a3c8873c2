import type { Moment } from './domain/dates.ts';
import type { ActivatePortal, InviteEnrollee } from './forms/portal.ts';
import type { PutPortalAccount } from './forms/put-portal-account.ts';

/** What a tenant's actor takes of covered people's own portals. */
export interface PortalCommands {
  PutPortalAccount: { input: PutPortalAccount; outcome: { enrolleeId: string; accountId: string } };
  InviteEnrollee: {
    input: InviteEnrollee;
    outcome: { enrolleeId: string; email: string; expiresAt: Moment };
  };
  ActivatePortal: { input: ActivatePortal; outcome: { enrolleeId: string; accountId: string } };
}
