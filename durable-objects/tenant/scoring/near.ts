import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../schema/domain/dates.ts';
import type { RiskSettings } from '../../../schema/domain/risk/settings.ts';
import { type Asked, isLive } from '../judging/asked.ts';
import { type MonthsClaim, month_claims_max, personMonthKey } from '../memory/person-months.ts';
import { serviceKey } from '../memory/services.ts';
import { serviceSubject, usesKey } from '../memory/uses.ts';
import type { TenantMemory } from '../memory.ts';

/** So many other claims of the person are looked at, the nearest: a person with thousands is scored as fast as one with two. */
const near_claims_max = 24;
/** A stay longer than that is looked at by its first months. */
const months_max = 4;

/** Days before and after a claim in which another one is near it. */
const reachOf = ({ near_duplicate, unbundling }: RiskSettings): number =>
  Math.max(2, near_duplicate.days, near_duplicate.copyDays, unbundling.days);

/** The months that a span of days touches. */
function monthsOf(from: CalendarDate, to: CalendarDate): string[] {
  const months: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to && months.length < months_max; ) {
    months.push(day.slice(0, 7));
    day = `${addDays(day, 31).slice(0, 7)}-01`;
  }
  return months;
}

interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

function spanOf({ claim }: Asked, settings: RiskSettings): Span {
  const reach = reachOf(settings);
  const [, last = claim.endDate] = [claim.startDate, claim.endDate].toSorted();
  return { from: addDays(claim.startDate, -reach), to: addDays(last, reach) };
}

/** Keys of the person's months that may have a claim near this one. */
export function monthKeysOf(personId: string, asked: Asked, settings: RiskSettings): string[] {
  const { from, to } = spanOf(asked, settings);
  return monthsOf(from, to).map((month) => personMonthKey(personId, month));
}

function inMonths(memory: TenantMemory, personId: string, asked: Asked, settings: RiskSettings): number[] {
  const { from, to } = spanOf(asked, settings);
  const near = new Map<number, MonthsClaim>();
  for (const month of monthsOf(from, to))
    for (const each of memory.personMonths.peek(personMonthKey(personId, month))?.claims ?? [])
      if (each[1] <= to && each[2] >= from) near.set(each[0], each);
  const distance = ([, first]: MonthsClaim) => Math.abs(daysBetween(first, asked.claim.startDate));
  return [...near.values()].sort((a, b) => distance(a) - distance(b) || b[0] - a[0]).map(([id]) => id);
}

/** Claims with one of its services within that service's minimum interval: their uses are in memory to judge it. */
function withinInterval(memory: TenantMemory, personId: string, { claim }: Asked): number[] {
  const ids: number[] = [];
  for (const { service, serviceDate } of claim.lines) {
    const interval = memory.services.peek(serviceKey.code(service))?.minIntervalDays ?? 0;
    if (interval <= 0) continue;
    const from = addDays(serviceDate, -interval);
    for (let year = Number(from.slice(0, 4)); year <= Number(serviceDate.slice(0, 4)); year += 1)
      for (const use of memory.uses.peek(usesKey(personId, serviceSubject(service, year)))?.uses ?? [])
        if (use.day >= from && use.day <= serviceDate) ids.push(use.claimId);
  }
  return ids.slice(-near_claims_max);
}

/** Ids of the person's other claims that the rules look at, as far as memory knows them. */
export function nearIds(
  memory: TenantMemory,
  personId: string,
  asked: Asked,
  settings: RiskSettings,
): number[] {
  const ids = new Set([
    ...inMonths(memory, personId, asked, settings).slice(0, near_claims_max),
    ...withinInterval(memory, personId, asked),
  ]);
  if (asked.claim.id !== null) ids.delete(asked.claim.id);
  return [...ids];
}

/** The live ones of them. */
export const nearClaims = (
  memory: TenantMemory,
  personId: string,
  asked: Asked,
  settings: RiskSettings,
): Claim[] =>
  nearIds(memory, personId, asked, settings).flatMap((id) => {
    const claim = memory.claims.get(String(id));
    return claim && isLive(claim) ? [claim] : [];
  });

/** Enters a claim among its person's months, where the next one's rules find it. */
export function addToMonths(memory: TenantMemory, claim: Claim, to: CalendarDate): void {
  const { enrolleeId, serviceDate: from } = claim;
  for (const month of monthsOf(from, to < from ? from : to)) {
    const before = memory.personMonths.get(personMonthKey(enrolleeId, month))?.claims ?? [];
    const claims = [...before, [claim.id, from, to] as const].slice(-month_claims_max);
    memory.personMonths.put({ enrolleeId, month, claims });
  }
}
