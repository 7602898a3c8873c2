import type { Minor } from '../money.ts';

/** What can be approved under a ceiling (claims.md, Approval limits): each is offered once its objects exist. */
export const limitKinds = [
  'claim',
  'authorization',
  'settlement_run',
  'capitation_run',
  'dispute_adjustment',
] as const;
/** One of them. */
export type LimitKind = (typeof limitKinds)[number];

/** The most that somebody may approve alone, in minor units of the tenant's currency. */
export type Ceiling = Minor | 'unlimited';

/** A role's, or a key's, ceilings. A kind left out: nothing may be approved alone. */
export type ApprovalLimits = Readonly<Partial<Record<LimitKind, Ceiling>>>;

/** What a role starts with that somebody has made: nothing is approved alone until a ceiling is given. */
export const noLimits: ApprovalLimits = {};

/** What the seeded roles start with, by the role's key; the others may approve nothing alone. */
export const seededLimits: Readonly<Record<string, ApprovalLimits>> = {
  admin: { claim: 'unlimited', authorization: 'unlimited' },
  'claims-manager': { claim: 500_000_000, authorization: 500_000_000 },
  adjudicator: { claim: 50_000_000, authorization: 50_000_000 },
};

/** Whether an amount is more than somebody may approve alone; absent means no. */
export function isAbove(amount: Minor, ceiling: Ceiling | undefined): boolean {
  return ceiling !== 'unlimited' && amount > (ceiling ?? 0);
}
