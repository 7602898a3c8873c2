import type { Gate } from './command-permissions.ts';

/** Who may send the commands of covered people's own portals. */
export const portalGates = {
  PutPortalAccount: {},
  InviteEnrollee: { tenant: 'enrollee.update' },
  ActivatePortal: {},
} as const satisfies Readonly<Record<string, Gate>>;
