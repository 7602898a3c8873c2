import { riskOfRequest } from '../../../schema/domain/authorizations/answer-alert.ts';
import {
  type Authorization,
  authorizationIdOf,
  isRequestNumber,
} from '../../../schema/domain/authorizations/authorization.ts';
import { requestHeld } from '../../../schema/domain/authorizations/holding.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { hold } from '../../../schema/domain/claims/holding.ts';
import { holdSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import { holdsNow, type Included, include, itsClaims } from '../../../schema/domain/investigations/steps.ts';
import type { DeniedVisit } from '../../../schema/domain/members/at-desk.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import {
  type Given,
  givenOf,
  visitsMeant,
  withDeniedVisit,
} from '../../../schema/domain/visits/denied-visit.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import { authorizationKey } from '../memory/authorizations.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { peekAuthorization } from '../on-authorization.ts';

const vetra = { id: 'system', name: 'Vetra' } as const;

/** The emergencies that somebody has denied: what was found of one is said of whatever bills it. */
export const deniedRequestWants = (memory: TenantMemory, person: Enrollee | null | undefined): Want[] =>
  (person?.desk?.denied ?? []).flatMap(({ number }) => {
    const id = authorizationIdOf(number);
    return id === null ? [] : [{ shelf: memory.authorizations, key: authorizationKey.id(id) }];
  });

/** What holds whatever is filed of what somebody has denied; nothing for nearly everybody. */
export const visitHoldWants = (memory: TenantMemory, person: Enrollee | null | undefined): Want[] => [
  ...deniedRequestWants(memory, person),
  ...(person?.desk?.denied ?? []).flatMap(({ investigation }) =>
    investigation === undefined
      ? []
      : [
          { shelf: memory.investigations, key: investigation },
          { shelf: memory.held, key: holdSubject(investigation, itsClaims) },
        ],
  ),
];

/** What somebody has denied and this is of: check-ins, and emergencies that were asked for. */
export function deniedOf(memory: TenantMemory, enrolleeId: string, given: Given) {
  const all = visitsMeant(given, memory.enrollees.peek(enrolleeKey.id(enrolleeId))?.desk?.denied ?? []);
  const requests = all.flatMap(({ number }) => peekAuthorization(memory, number) ?? []);
  return { all, checkIns: all.filter(({ number }) => !isRequestNumber(number)), requests };
}

/** The weight of the tenant's rule; null: it is off. */
export function notMeWeight(memory: TenantMemory): number | null {
  const rule = memory.settings.get(only)?.risk.not_me;
  return rule?.on ? rule.weight : null;
}

/** A request of a denied check-in has the event that says so. */
export const requestOfDenied = (
  request: Authorization,
  denied: readonly DeniedVisit[],
  { memory, at }: TenantContext,
): Authorization => withDeniedVisit(request, denied, { weight: notMeWeight(memory), at }, riskOfRequest);

/** The investigations of these check-ins that hold what is filed of them, each looking into what was `filed` from now on. */
function holding(
  denied: readonly DeniedVisit[],
  filed: Omit<Included, 'events'>,
  { memory, at }: TenantContext,
): string[] {
  return denied.flatMap(({ investigation: name }) => {
    const before = name === undefined ? null : memory.investigations.get(name);
    if (!before || !holdsNow(before, itsClaims)) return [];
    const looked = include(before, { events: [], ...filed }, { ...vetra, at });
    if (!isRefusal(looked)) memory.investigations.put(looked);
    return [before.number];
  });
}

/** A claim that is filed of a denied check-in or emergency is looked into with it, and held. */
export function heldForVisit(claim: Claim, context: TenantContext): Claim {
  const { all } = deniedOf(context.memory, claim.enrolleeId, givenOf(claim));
  const holders = holding(all, { claims: [claim.number] }, context);
  return holders.reduce((so, name) => hold(so, name, context.at), claim);
}

/** The same of a request and a check-in; of each emergency people are asked by itself. */
export function requestHeldForVisit(request: Authorization, context: TenantContext): Authorization {
  const given = { facilityId: request.facilityId, days: [request.serviceDate] };
  const { checkIns } = deniedOf(context.memory, request.enrolleeId, given);
  if (checkIns.length === 0) return request;
  const flagged = requestOfDenied(request, checkIns, context);
  const holders = holding(checkIns, { claims: [], authorizations: [request.number] }, context);
  return holders.reduce((so, name) => requestHeld(so, name, context.at), flagged);
}
