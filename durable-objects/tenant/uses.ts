import type { Claim, ClaimLine } from '../../schema/domain/claims/claim.ts';
import { visitOf } from '../../schema/domain/claims/in-question.ts';
import type { TenantContext } from './handler.ts';
import { serviceSubject, usesKey, visitSubject } from './memory/uses.ts';

/** Adds a use of one subject to the person's; a line that has one already has it on this day from now on. */
function addUse(
  { memory }: TenantContext,
  claim: Claim,
  subject: string,
  { line, day }: { line: number; day: string },
): void {
  const { id: claimId, enrolleeId, facilityId } = claim;
  const before = memory.uses.get(usesKey(enrolleeId, subject))?.uses ?? [];
  const others = before.filter((use) => use.claimId !== claimId || use.line !== line);
  memory.uses.put({ enrolleeId, subject, uses: [...others, { claimId, line, day, facilityId }] });
  memory.useRows.add(enrolleeId, subject, claimId, line, day, facilityId);
}

/** Enters lines of a claim among the person's uses, where the next claim's rules find them. */
export function addLineUses(claim: Claim, lines: readonly ClaimLine[], context: TenantContext): void {
  for (const { line, service, serviceDate: day } of lines)
    addUse(context, claim, serviceSubject(service, Number(day.slice(0, 4))), { line, day });
}

/** Enters a new claim's visit and services. */
export function addUses(claim: Claim, context: TenantContext): void {
  addUse(context, claim, visitSubject(claim.facilityId, visitOf(claim)), { line: 0, day: claim.serviceDate });
  addLineUses(claim, claim.lines, context);
}
