import type { EarlierUse, VisitSoFar } from '../../../schema/domain/adjudication/facts.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { addDays, daysBetween } from '../../../schema/domain/dates.ts';
import { serviceKey } from '../memory/services.ts';
import { serviceSubject, type UseOfSubject, usesKey, visitSubject } from '../memory/uses.ts';
import type { TenantMemory } from '../memory.ts';
import { type Asked, isLive, type LineAsked } from './asked.ts';

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** A line with what its uses are found by: its service in its year, and in those that the service's interval reaches. */
interface Looked {
  line: LineAsked;
  interval: number;
  keys: string[];
}

function lookedAt(memory: TenantMemory, enrolleeId: string, line: LineAsked): Looked {
  const interval = memory.services.peek(serviceKey.code(line.service))?.minIntervalDays ?? 0;
  const last = yearOf(line.serviceDate);
  const first = interval > 0 ? yearOf(addDays(line.serviceDate, -interval)) : last;
  const keys: string[] = [];
  for (let year = first; year <= last; year += 1)
    keys.push(usesKey(enrolleeId, serviceSubject(line.service, year)));
  return { line, interval, keys };
}

/** The key of the visit's uses. */
const visitUses = (enrolleeId: string, { facilityId, visit }: Asked): string =>
  usesKey(enrolleeId, visitSubject(facilityId, visit));

const usesAt = (memory: TenantMemory, key: string): readonly UseOfSubject[] =>
  memory.uses.peek(key)?.uses ?? [];

/** Whether a rule looks at this use when the line is judged: the same day, or an earlier day within the interval. */
function concerns({ line, interval }: Looked, { day }: UseOfSubject): boolean {
  if (day === line.serviceDate) return true;
  return interval > 0 && day < line.serviceDate && daysBetween(day, line.serviceDate) <= interval;
}

function* usesFound(
  memory: TenantMemory,
  looked: readonly Looked[],
  own: number | null,
): Generator<{ line: LineAsked; use: UseOfSubject }> {
  for (const one of looked)
    for (const key of one.keys)
      for (const use of usesAt(memory, key))
        if (use.claimId !== own && concerns(one, use)) yield { line: one.line, use };
}

/** What is looked up of a person's other claims: keys of their uses, and the claims whose state a rule needs to know. */
export function historyWanted(
  memory: TenantMemory,
  enrolleeId: string,
  asked: Asked,
): { uses: string[]; claims: number[] } {
  const looked = asked.claim.lines.map((line) => lookedAt(memory, enrolleeId, line));
  const visit = visitUses(enrolleeId, asked);
  const claims = new Set(usesAt(memory, visit).map(({ claimId }) => claimId));
  for (const { use } of usesFound(memory, looked, asked.claim.id)) claims.add(use.claimId);
  if (asked.claim.id !== null) claims.delete(asked.claim.id);
  return { uses: [visit, ...looked.flatMap(({ keys }) => keys)], claims: [...claims] };
}

/** The person's other live lines with the same services, as far as a rule looks at them. */
export function earlierUses(memory: TenantMemory, enrolleeId: string, asked: Asked): EarlierUse[] {
  const looked = asked.claim.lines.map((line) => lookedAt(memory, enrolleeId, line));
  const found = new Map<string, EarlierUse>();
  for (const { line, use } of usesFound(memory, looked, asked.claim.id)) {
    const claim = memory.claims.get(String(use.claimId));
    // A line may have been corrected since: its use counts while it still is that service on that day.
    const theirs = claim?.lines.find(
      (each) => each.line === use.line && each.service === line.service && each.serviceDate === use.day,
    );
    if (!claim || !theirs || !isLive(claim)) continue;
    found.set(`${use.claimId} ${use.line}`, {
      claimId: use.claimId,
      number: claim.number,
      line: use.line,
      service: line.service,
      serviceDate: use.day,
      facilityId: use.facilityId,
      approvedQuantity: theirs.approvedQuantity,
    });
  }
  return [...found.values()];
}

function addVisit(soFar: Map<string, VisitSoFar>, claim: Claim): void {
  for (const { judged, approvedQuantity, approved } of claim.lines) {
    // A line that was refused has taken nothing of the visit, not even that it took place.
    if (!judged?.benefit || !approvedQuantity || approved === null) continue;
    const before = soFar.get(judged.benefit);
    soFar.set(judged.benefit, {
      approved: (before?.approved ?? 0) + approved,
      coPay: (before?.coPay ?? 0) + judged.coPay,
      flatTaken: (before?.flatTaken ?? false) || judged.flatTaken,
    });
  }
}

/** What the same visit's other claims have taken, as far as they are approved. */
export function visitSoFar(
  memory: TenantMemory,
  enrolleeId: string,
  asked: Asked,
): ReadonlyMap<string, VisitSoFar> {
  const soFar = new Map<string, VisitSoFar>();
  for (const { claimId } of usesAt(memory, visitUses(enrolleeId, asked))) {
    const claim = claimId === asked.claim.id ? null : memory.claims.get(String(claimId));
    if (claim?.state === 'APPROVED' || claim?.state === 'SETTLED') addVisit(soFar, claim);
  }
  return soFar;
}
