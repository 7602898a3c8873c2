import type { AuthCode, AuthorizedService } from '../adjudication/facts.ts';
import { addDays, type CalendarDate, dateIn } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { Authorization, AuthorizationLine, AuthorizationState } from './authorization.ts';
import type { EarlierGrant } from './parts.ts';

/** What is left of one line that was granted, in units and in what the tenant pays; nothing of a line that was not. */
export interface LeftOfLine {
  quantity: number;
  amount: Minor;
}

/** What of a granted line can still be drawn. With the last unit nothing is left of the amount either. */
export function leftOfLine({
  approvedQuantity,
  approved,
  usedQuantity,
  used,
}: Pick<AuthorizationLine, 'approvedQuantity' | 'approved' | 'usedQuantity' | 'used'>): LeftOfLine {
  const quantity = (approvedQuantity ?? 0) - usedQuantity;
  return { quantity, amount: quantity > 0 ? Math.max(0, (approved ?? 0) - used) : 0 };
}

/** States in which what was granted can be named by a claim; once it has expired still for the days on which it could be used. */
const usable: readonly AuthorizationState[] = ['APPROVED', 'PARTIALLY_APPROVED', 'USED', 'EXPIRED'];

/** What would be left of what a line was granted before a move of plan. */
function leftOfEarlier({ to, under, quantity, amount }: EarlierGrant, line: AuthorizationLine) {
  const { usedQuantity, used } = line;
  const left = leftOfLine({ approvedQuantity: quantity, approved: amount, usedQuantity, used });
  return { to, under, quantityLeft: left.quantity, amountLeft: left.amount };
}

function grantedLine(line: AuthorizationLine): AuthorizedService {
  const { quantity, amount } = leftOfLine(line);
  const { reservation, service } = line;
  return {
    service,
    reserved: reservation !== null,
    quantityLeft: quantity,
    amountLeft: amount,
    visitsLeft: reservation?.visits ?? 0,
    period: reservation?.period ?? '',
    plan: reservation?.plan ?? '',
    benefit: reservation?.benefit ?? '',
    under: line.judged?.plan ?? null,
    ...(line.earlier ? { earlier: line.earlier.map((each) => leftOfEarlier(each, line)) } : {}),
  };
}

/** The days on which a granted code can be used, both included. */
function codeDays({ validFrom, validTo }: Authorization): { from: CalendarDate; to: CalendarDate } | null {
  return validFrom === null || validTo === null ? null : { from: validFrom, to: validTo };
}

/** What an auth code stands for as far as claim lines draw on it; null: it was never granted. */
function granted(authorization: Authorization, code: string): AuthCode | null {
  const days = codeDays(authorization);
  if (!days || !usable.includes(authorization.state)) return null;
  const { enrolleeId, facilityId, lines } = authorization;
  const given = lines.filter(
    ({ approvedQuantity, earlier }) => (approvedQuantity ?? 0) > 0 || earlier !== undefined,
  );
  return {
    code,
    enrolleeId,
    facilityId,
    validFrom: days.from,
    validTo: days.to,
    issuedAt: Number(authorization.decidedAt),
    movedOn: authorization.moved?.on ?? null,
    lines: given.map(grantedLine),
  };
}

/** What a facility may do under a breach reference: as an answer would have let it, at most. */
export interface ProceedTerms {
  /** the tenant's zone */
  zone: string;
  /** days that a code can be used */
  validDays: number;
}

/**
 * What a breach reference stands for (authorizations.md, Clocks): all that was asked, from the day of the request until the
 * day on which it was answered after all, or as long as a code would have been good for.
 */
function proceeded(
  authorization: Authorization,
  code: string,
  { zone, validDays }: ProceedTerms,
): AuthCode | null {
  const { breach, decidedAt, happenedAt, requestedAt } = authorization;
  if (!breach) return null;
  const { enrolleeId, facilityId, lines } = authorization;
  return {
    code,
    enrolleeId,
    facilityId,
    validFrom: dateIn(zone, Math.min(requestedAt, happenedAt ?? requestedAt)),
    validTo: decidedAt === null ? addDays(dateIn(zone, breach.at), validDays) : dateIn(zone, decidedAt),
    issuedAt: breach.at,
    movedOn: null,
    lines: lines.map(({ service, quantity, requested, usedQuantity, used }) => ({
      service,
      reserved: false,
      quantityLeft: Math.max(0, quantity - usedQuantity),
      amountLeft: Math.max(0, requested - used),
      visitsLeft: 0,
      period: '',
      plan: '',
      benefit: '',
      under: null,
    })),
  };
}

/** A code of a request that was taken back. */
function cancelled(
  { enrolleeId, facilityId, serviceDate, requestedAt }: Authorization,
  code: string,
): AuthCode {
  return {
    code,
    enrolleeId,
    facilityId,
    validFrom: serviceDate,
    validTo: serviceDate,
    issuedAt: requestedAt,
    movedOn: null,
    cancelled: true,
    lines: [],
  };
}

/** What the code that a claim line names stands for; null: nothing. A breach reference counts as a code. */
export function standsFor(authorization: Authorization, named: string, terms: ProceedTerms): AuthCode | null {
  const { code, breach, state } = authorization;
  if (state === 'CANCELLED' && (named === code || named === breach?.reference))
    return cancelled(authorization, named);
  if (named === code) return granted(authorization, named);
  return named === breach?.reference ? proceeded(authorization, named, terms) : null;
}
