import type { Benefit } from '../../plans/plan.ts';
import { refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** What of a visit decides whether a referral is wanted. */
export interface Referred {
  referral: string | null;
  isPrimary: boolean;
  isEmergency: boolean;
}

/**
 * Where the benefit wants one, a referral is named, except at the primary facility and in an emergency (members.md, Plans and
 * benefits, where; claims.md, Adjudication, 6). Reason 288.
 */
export function referred({ name, where }: Benefit, visit: Referred): Finding | null {
  if (!where.referral || visit.isPrimary || visit.isEmergency) return null;
  return visit.referral?.trim() ? null : refusal('referral', 'absent', '288', { benefit: name });
}
