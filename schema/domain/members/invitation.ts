import { hour_ms, type Moment } from '../dates.ts';

/** A person's invitation to their own portal: the last one that was made, for only that one works. */
export interface Invitation {
  /** SHA-256 of the secret in the link, in hexadecimal: nobody who reads the records can use it */
  tokenHash: string;
  /** where it was sent, and what their account signs in with */
  email: string;
  at: Moment;
  expiresAt: Moment;
  /** null: nobody has used it yet */
  usedAt: Moment | null;
}

/** How long a link works (people.md, Sign-in). */
export const invitation_ms = 72 * hour_ms;

/** How a link that somebody holds stands: `unknown`, or replaced by a later one; over; used; or it works. */
export type InvitationStanding = 'unknown' | 'expired' | 'used' | 'works';

/** How the link of this secret stands with what is on record. */
export function standingOf(
  invitation: Invitation | null,
  tokenHash: string,
  now: Moment,
): InvitationStanding {
  if (invitation === null || invitation.tokenHash !== tokenHash) return 'unknown';
  if (invitation.usedAt !== null) return 'used';
  return now < invitation.expiresAt ? 'works' : 'expired';
}

/** By what a link goes out; null: staff hand it over. */
export type InvitedBy = 'email' | 'sms' | null;

/**
 * By what an invitation reaches a person: by e-mail where the insurer sends any, else as a text message to who has a telephone.
 * Either way they sign in with their address.
 */
export function invitedBy(
  { email, sms }: { email: boolean; sms: boolean },
  { phone }: { phone: string | null },
): InvitedBy {
  if (email) return 'email';
  return sms && phone !== null ? 'sms' : null;
}
