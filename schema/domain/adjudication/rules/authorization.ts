import type { CalendarDate } from '../../dates.ts';
import type { Minor } from '../../money.ts';
import type { AuthorizationNeed, Benefit } from '../../plans/plan.ts';
import type { AuthCode, AuthorizedService } from '../facts.ts';
import { note, reduction, refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** Whether permission is needed before the service; `above` compares what is claimed (members.md, Plans and benefits). */
export function needsAuthorization({ need, above }: AuthorizationNeed, claimed: Minor): boolean {
  return need === 'always' || (need === 'above' && claimed > (above ?? 0));
}

/** What a code must agree with. */
export interface Asked {
  code: string;
  enrolleeId: string;
  facilityId: string;
  service: { code: string; name: string };
  on: CalendarDate;
}

/** A line that needs permission and names no code. Reason 197. */
export function namesNoCode({ name, authorization: { need, above } }: Benefit, claimed: Minor): Finding {
  if (need === 'always') return refusal('authorization', 'absent', '197', { benefit: name });
  return refusal('authorization', 'absent above', '197', { benefit: name, above, claimed });
}

/** The code that a line names is one that stands (15), for this enrollee (197), facility (296), service (284) and day (302). */
export function codeIsFor(
  authorization: AuthCode | undefined,
  left: AuthorizedService | null,
  { code, enrolleeId, facilityId, service, on }: Asked,
): Finding | null {
  const { name } = service;
  if (!authorization) return refusal('authorization', 'unknown', '15', { code });
  if (authorization.enrolleeId !== enrolleeId)
    return refusal('authorization', 'other person', '197', { code });
  if (authorization.facilityId !== facilityId)
    return refusal('authorization', 'other facility', '296', { code });
  if (authorization.cancelled) return refusal('authorization', 'cancelled', '15', { code });
  if (!left) return refusal('authorization', 'other service', '284', { code, name });
  const { validFrom: from, validTo: to } = authorization;
  return on < from || on > to ? refusal('authorization', 'other day', '302', { code, from, to, on }) : null;
}

/**
 * The code that a line names is for just this, and something is left of it (198) (claims.md, Adjudication, 7). A breach
 * reference is handed in like a code.
 */
export function codeHolds(
  authorization: AuthCode | undefined,
  left: AuthorizedService | null,
  asked: Asked,
): Finding | null {
  const fault = codeIsFor(authorization, left, asked);
  if (fault || !left || (left.quantityLeft > 0 && left.amountLeft > 0)) return fault;
  return refusal('authorization', 'used up', '198', { code: asked.code, name: asked.service.name });
}

/** A code that is not needed and does not hold takes nothing away: it is only pointed out. */
export function pointedOut({ rule, figures }: Finding): Finding {
  return { ...note('authorization', 'unknown', {}), rule, figures };
}

/** A code that has fewer units left than the line bills approves those; the rest is the facility's. Reason 198. */
export function withinQuantity(code: string, name: string, left: number, quantity: number): Finding | null {
  if (quantity <= left) return null;
  return reduction('authorization', 'quantity', '198', { code, name, left, approved: left, quantity });
}

/** A code that has less money left than the tenant would pay covers that much; the rest is the facility's. Reason 198. */
export function withinAmount(code: string, name: string, left: Minor, payable: Minor): Finding | null {
  if (payable <= left) return null;
  return reduction('authorization', 'amount', '198', { code, name, left, over: payable - left });
}
