import type { EarlierUse, VisitSoFar } from '../../../schema/domain/adjudication/facts.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { addDays, daysBetween } from '../../../schema/domain/dates.ts';
import { serviceKey } from '../memory/services.ts';
import { serviceSubject, type UseOfSubject, usesKey, visitSubject } from '../memory/uses.ts';
import type { TenantMemory } from '../memory.ts';
import { type Asked, isLive, type LineAsked } from './asked.ts';

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Keys of the uses that a line is held against: its service in its year, and in those that the service's interval reaches. */
export function serviceUses(memory: TenantMemory, enrolleeId: string, line: LineAsked): string[] {
  const interval = memory.services.peek(serviceKey.code(line.service))?.minIntervalDays ?? 0;
  const last = yearOf(line.serviceDate);
  const first = interval > 0 ? yearOf(addDays(line.serviceDate, -interval)) : last;
  return Array.from({ length: last - first + 1 }, (_, i) =>
    usesKey(enrolleeId, serviceSubject(line.service, first + i)),
  );
}

/** The key of the visit's uses. */
export const visitUses = (enrolleeId: string, { facilityId, visit }: Asked): string =>
  usesKey(enrolleeId, visitSubject(facilityId, visit));

const usesAt = (memory: TenantMemory, key: string): readonly UseOfSubject[] =>
  memory.uses.peek(key)?.uses ?? [];

/** Whether a rule looks at this use when the line is judged: the same day, or an earlier day within the interval. */
function concerns(memory: TenantMemory, line: LineAsked, use: UseOfSubject): boolean {
  if (use.day === line.serviceDate) return true;
  const interval = memory.services.peek(serviceKey.code(line.service))?.minIntervalDays ?? 0;
  return use.day < line.serviceDate && daysBetween(use.day, line.serviceDate) <= interval;
}

interface Found {
  line: LineAsked;
  use: UseOfSubject;
}

function usesFound(memory: TenantMemory, enrolleeId: string, asked: Asked): Found[] {
  return asked.claim.lines.flatMap((line) =>
    serviceUses(memory, enrolleeId, line).flatMap((key) =>
      usesAt(memory, key)
        .filter((use) => use.claimId !== asked.claim.id && concerns(memory, line, use))
        .map((use) => ({ line, use })),
    ),
  );
}

/** The other claims whose state a rule needs to know. */
export function claimsConcerned(memory: TenantMemory, enrolleeId: string, asked: Asked): number[] {
  const visit = usesAt(memory, visitUses(enrolleeId, asked)).map(({ claimId }) => claimId);
  const services = usesFound(memory, enrolleeId, asked).map(({ use }) => use.claimId);
  return [...new Set([...visit, ...services])].filter((id) => id !== asked.claim.id);
}

/** The person's other live lines with the same services, as far as a rule looks at them. */
export function earlierUses(memory: TenantMemory, enrolleeId: string, asked: Asked): EarlierUse[] {
  const found = new Map<string, EarlierUse>();
  for (const { line, use } of usesFound(memory, enrolleeId, asked)) {
    const claim = memory.claims.get(String(use.claimId));
    const theirs = claim?.lines.find((each) => each.line === use.line);
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
  for (const { judged, approved } of claim.lines) {
    if (!judged?.benefit || approved === null) continue;
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
