import { visitOf } from '../../../schema/domain/claims/in-question.ts';
import { dateIn } from '../../../schema/domain/dates.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { AssessClaim } from '../../../schema/forms/assess-claim.ts';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { linkKey } from '../memory/network.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { type Asked, linesAsked } from './asked.ts';

/** What names a facility: its own principal, or the tenant's people and keys by its external id. Null: nothing does. */
export function linkKeyOf(
  input: Pick<SubmitClaim, 'facilityExternalId' | 'facilityId'>,
  principal: Principal,
): string | null {
  if (principal.organisation.kind === 'facility') return linkKey.facility(principal.organisation.id);
  if (input.facilityId !== undefined) return linkKey.facility(input.facilityId);
  return input.facilityExternalId === undefined ? null : linkKey.external(input.facilityExternalId);
}

/** What names the enrollee: the member id, or the sender's own id of them. */
export function memberKeyOf(input: Pick<SubmitClaim, 'memberId' | 'enrolleeExternalId'>): string {
  if (input.memberId !== undefined) return enrolleeKey.member(input.memberId);
  return enrolleeKey.external(input.enrolleeExternalId ?? '');
}

/** What a form asks follows from itself, its facility and the zone; it is asked for again with every look at memory. */
const made = new WeakMap<object, { asked: Asked; zone: string }>();

/** A claim as it is typed or sent, to be judged; null while the facility or the settings are not in memory. */
export function askedOfForm(
  memory: TenantMemory,
  input: SubmitClaim | AssessClaim,
  principal: Principal,
): Asked | null {
  const key = linkKeyOf(input, principal);
  const link = key === null ? null : memory.links.peek(key);
  const zone = memory.settings.peek(only)?.calendar.zone;
  if (!link || zone === undefined) return null;
  const before = made.get(input);
  if (before?.zone === zone && before.asked.facilityId === link.facilityId) return before.asked;
  const asked = askedNow(input, link.facilityId, zone);
  made.set(input, { asked, zone });
  return asked;
}

function askedNow(input: SubmitClaim | AssessClaim, facilityId: string, zone: string): Asked {
  const startDate = dateIn(zone, Date.parse(input.startedAt));
  const { encounterType, diagnoses, accident, referral = null, otherPayer = null } = input;
  return {
    enrollee: memberKeyOf(input),
    facilityId,
    visit: visitOf({ encounterId: input.encounterId ?? null, serviceDate: startDate }),
    claim: {
      id: null,
      encounterType,
      startDate,
      endDate: dateIn(zone, Date.parse(input.endedAt ?? input.startedAt)),
      diagnoses,
      referral,
      accident,
      otherPayer,
      replaces: 'replaces' in input ? (input.replaces ?? null) : null,
      lines: linesAsked(input.lines, startDate),
    },
  };
}
