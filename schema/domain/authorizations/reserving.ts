import type { ClaimInQuestion, Facts } from '../adjudication/facts.ts';
import type { LineJudgement } from '../adjudication/judgement.ts';
import type { LedgerEntry } from '../benefits/account.ts';
import { applyEntry } from '../benefits/apply-entry.ts';
import { consumptionOf } from '../benefits/consumption.ts';
import type { Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { Authorization, AuthorizationLine } from './authorization.ts';
import { leftOfLine } from './stands-for.ts';

/** What of a line's grant is reserved and not drawn yet. */
export interface Left {
  units: number;
  amount: Minor;
  days: number;
  visits: number;
}

/**
 * What a line still reserves: what was granted less what claim lines have drawn; with the last unit drawn nothing, because
 * nothing more can be. Null: it reserves nothing. The ledger's RESERVE less its RELEASE under the code is always this.
 */
export function leftOf(line: AuthorizationLine): Left | null {
  const { quantity: units, amount } = leftOfLine(line);
  if (!line.reservation || units <= 0) return null;
  const { daily, visits } = line.reservation;
  return { units, amount, days: daily ? units : 0, visits };
}

/** The request as it is judged, with what was recommended for its lines. */
export interface ReservedCase {
  claim: ClaimInQuestion;
  facts: Facts;
}

/**
 * The entries that reserve what was granted and is not drawn (members.md, Benefit ledger): RESERVE, line by line, where an
 * approval of the same lines would be booked. A deductible is borne when the service is paid, so that none is reserved.
 */
export function reservationOf(
  { code, lines }: Pick<Authorization, 'code' | 'lines'>,
  { claim, facts }: ReservedCase,
): LedgerEntry[] {
  const judged = lines.flatMap((line): LineJudgement[] => (line.judged ? [line.judged] : []));
  const decided = lines.map(({ line, approvedQuantity, approved, usedQuantity, used }) => ({
    line,
    approvedQuantity: Math.max(0, (approvedQuantity ?? 0) - usedQuantity),
    approved: Math.max(0, (approved ?? 0) - used),
  }));
  const drawn = new Set<LedgerEntry['line']>(
    lines.filter(({ usedQuantity }) => usedQuantity > 0).map(({ line }) => line),
  );
  return consumptionOf({ ...claim, id: null }, judged, { ...facts, authorizations: new Map() }, decided).map(
    (entry) => ({
      ...entry,
      kind: 'RESERVE',
      // The visit was taken with the first unit that was drawn.
      visits: drawn.has(entry.line) ? 0 : entry.visits,
      deductible: 0,
      overallDeductible: 0,
      authorization: code,
    }),
  );
}

/** The request with what its lines reserve now, as these entries say. */
export function withReservations(
  authorization: Authorization,
  entries: readonly LedgerEntry[],
): Authorization {
  const byLine = new Map(entries.map((entry) => [entry.line, entry]));
  const lines = authorization.lines.map((line) => {
    const entry = byLine.get(line.line);
    if (!entry) return { ...line, reservation: null };
    const { period, plan, benefit, visits, days } = entry;
    return { ...line, reservation: { period, plan, benefit, visits, daily: days > 0 } };
  });
  return { ...authorization, lines };
}

const nothing: Left = { units: 0, amount: 0, days: 0, visits: 0 };

/** Whose account it is, when. */
interface Whose {
  familyId: string;
  at: Moment;
}

/** The RELEASE of so much of a line's reservation, where that stands. */
function releaseEntry(
  { code, enrolleeId, serviceDate }: Authorization,
  { line, reservation }: AuthorizationLine,
  freed: Left,
  { familyId, at }: Whose,
): LedgerEntry[] {
  if (!reservation || Object.values(freed).every((each) => each === 0)) return [];
  const { period, plan, benefit } = reservation;
  return [
    {
      kind: 'RELEASE',
      familyId,
      enrolleeId,
      period,
      plan,
      benefit,
      ...freed,
      deductible: 0,
      overallDeductible: 0,
      serviceDate,
      at,
      claimId: null,
      line,
      authorization: code,
    },
  ];
}

/** The entries that give back what a request still reserves: RELEASE, line by line. */
export const releaseOf = (authorization: Authorization, whose: Whose): LedgerEntry[] =>
  authorization.lines.flatMap((line) => releaseEntry(authorization, line, leftOf(line) ?? nothing, whose));

/** The entries that give back by how much less is left of a request than was before: line by line, of the same lines. */
export function loweredOf(before: Authorization, after: Authorization, whose: Whose): LedgerEntry[] {
  return before.lines.flatMap((line, i) => {
    const was = leftOf(line) ?? nothing;
    const later = after.lines[i];
    const is = (later && leftOf(later)) ?? nothing;
    const freed = {
      units: was.units - is.units,
      amount: was.amount - is.amount,
      days: was.days - is.days,
      visits: was.visits - is.visits,
    };
    return releaseEntry(before, line, freed, whose);
  });
}

/** The request with nothing reserved any more: it was cancelled, or its code's last day and the filing window have passed. */
export const unreserved = (authorization: Authorization): Authorization => ({
  ...authorization,
  lines: authorization.lines.map((line) => ({ ...line, reservation: null })),
});

/** What is judged as if these entries were booked already: a request's own reservation counts as left for itself. */
export function booked(facts: Facts, entries: readonly LedgerEntry[]): Facts {
  const accounts = new Map(facts.accounts);
  for (const entry of entries) {
    const account = accounts.get(entry.period);
    if (account) accounts.set(entry.period, applyEntry(account, entry));
  }
  return { ...facts, accounts };
}
