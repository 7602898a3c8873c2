import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { addDays, type CalendarDate } from '../../../schema/domain/dates.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import { grantedSubject, serviceSubject, usesKey } from '../memory/uses.ts';
import type { TenantMemory } from '../memory.ts';

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** What entering a grant among the enrollee's uses looks at. */
export const grantedUseWants = (
  memory: TenantMemory,
  enrolleeId: string,
  lines: readonly { service: string; serviceDate: CalendarDate }[],
): Want[] =>
  lines.map(({ service, serviceDate }) => ({
    shelf: memory.uses,
    key: usesKey(enrolleeId, grantedSubject(service, yearOf(serviceDate))),
  }));

/** Enters what a request was granted among the enrollee's uses, where the rules find how often that was. Wants `grantedUseWants`. */
export function addGrantedUses(
  { id, enrolleeId, facilityId, serviceDate: day, lines }: Authorization,
  { memory }: TenantContext,
): void {
  for (const { line, service, approvedQuantity } of lines) {
    if ((approvedQuantity ?? 0) === 0) continue;
    const subject = grantedSubject(service, yearOf(day));
    const before = memory.uses.get(usesKey(enrolleeId, subject))?.uses ?? [];
    const others = before.filter((use) => use.claimId !== id || use.line !== line);
    memory.uses.put({ enrolleeId, subject, uses: [...others, { claimId: id, line, day, facilityId }] });
    memory.useRows.add(enrolleeId, subject, id, line, day, facilityId);
  }
}

/** Where an enrollee's uses of a service lie that are within so many days of one, before or after. */
function keysAround(enrolleeId: string, service: string, on: CalendarDate, days: number) {
  const years = new Set([yearOf(addDays(on, -days)), yearOf(on), yearOf(addDays(on, days))]);
  return [...years].map((year) => ({
    claimed: usesKey(enrolleeId, serviceSubject(service, year)),
    granted: usesKey(enrolleeId, grantedSubject(service, year)),
  }));
}

/** What counting an enrollee's uses of services looks at. */
export const useDaysWants = (
  memory: TenantMemory,
  enrolleeId: string,
  lines: readonly { service: string; serviceDate: CalendarDate }[],
  days: number,
): Want[] =>
  lines.flatMap(({ service, serviceDate }) =>
    keysAround(enrolleeId, service, serviceDate, days).flatMap(({ claimed, granted }) => [
      { shelf: memory.uses, key: claimed },
      { shelf: memory.uses, key: granted },
    ]),
  );

/**
 * Days on which an enrollee was granted a service, or it was claimed: whichever is more, because a request and the claims that
 * follow from it are the same use.
 */
export function useDays(
  memory: TenantMemory,
  enrolleeId: string,
  service: string,
  on: CalendarDate,
  days: number,
): CalendarDate[] {
  const keys = keysAround(enrolleeId, service, on, days);
  const from = addDays(on, -days);
  const to = addDays(on, days);
  const within = (key: string) =>
    (memory.uses.get(key)?.uses ?? []).flatMap(({ day }) => (day >= from && day <= to ? [day] : []));
  const claimed = keys.flatMap((each) => within(each.claimed));
  const granted = keys.flatMap((each) => within(each.granted));
  return claimed.length > granted.length ? claimed : granted;
}
