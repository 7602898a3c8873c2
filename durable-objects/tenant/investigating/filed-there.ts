import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { givenOf } from '../../../schema/domain/visits/denied-visit.ts';
import type { Visit } from '../../../schema/domain/visits/visit.ts';
import type { Want } from '../../actor/book.ts';
import { personMonthKey } from '../memory/person-months.ts';
import type { TenantMemory } from '../memory.ts';
import { peekAuthorization } from '../on-authorization.ts';
import { requestsWants } from './hold-requests.ts';

/** A person at a facility on a day. */
export type Place = Pick<Visit, 'enrolleeId' | 'facilityId' | 'date'>;

const monthOf = (memory: TenantMemory, { enrolleeId, date }: Place) => ({
  shelf: memory.personMonths,
  key: personMonthKey(enrolleeId, date.slice(0, 7)),
});

/** Ids of the person's claims that touch the day, wherever, as far as they are known. */
function claimIdsOf(memory: TenantMemory, place: Place): string[] {
  const { shelf, key } = monthOf(memory, place);
  const { date } = place;
  const touching = (shelf.peek(key)?.claims ?? []).filter(([, from, to]) => from <= date && date <= to);
  return touching.map(([id]) => String(id));
}

const requestNumbersOf = (memory: TenantMemory, { enrolleeId, facilityId, date }: Place): string[] =>
  (memory.personRequests.peek(enrolleeId)?.requests ?? [])
    .filter(([, at, day]) => at === facilityId && day === date)
    .map(([number]) => number);

/** What must be in memory to find the claims that were filed of the day there. */
export const claimsThereWants = (memory: TenantMemory, place: Place): Want[] => [
  monthOf(memory, place),
  ...claimIdsOf(memory, place).map((key) => ({ shelf: memory.claims, key })),
];

/** The claims that were filed of the day there. */
export const claimsThere = (memory: TenantMemory, place: Place): Claim[] =>
  claimIdsOf(memory, place)
    .flatMap((key) => memory.claims.get(key) ?? [])
    .filter((claim) => claim.facilityId === place.facilityId && givenOf(claim).days.includes(place.date));

/** What must be in memory to find the requests for the day there. */
export const requestsThereWants = (memory: TenantMemory, place: Place): Want[] => [
  { shelf: memory.personRequests, key: place.enrolleeId },
  ...requestsWants(memory, requestNumbersOf(memory, place)),
];

/** The requests for the day there. */
export const requestsThere = (memory: TenantMemory, place: Place): Authorization[] =>
  requestNumbersOf(memory, place).flatMap((number) => peekAuthorization(memory, number) ?? []);
