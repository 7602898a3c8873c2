import type { InvestigatedEvent } from '../../../schema/domain/investigations/investigation.ts';
import type { Included } from '../../../schema/domain/investigations/steps.ts';
import { type FieldError, isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { OpenInvestigation } from '../../../schema/forms/investigations.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';
import { authorizationWants, findAuthorization } from '../on-authorization.ts';
import { findClaim } from '../on-claim.ts';
import { claimsWants } from './on-investigation.ts';

type Named = Pick<OpenInvestigation, 'events' | 'claims' | 'authorizations'>;

/** The claim or the request that a number names. */
function flagged(number: string, { memory, principal }: TenantContext) {
  const claim = findClaim(memory, number, principal);
  return isRefusal(claim) ? findAuthorization(memory, number, principal) : claim;
}

/** The events, claims and requests that are named, as they are; refused with each that there is not. */
export function includedOf(
  { events, claims, authorizations = [] }: Named,
  context: TenantContext,
): Included | Refusal {
  const { memory, principal } = context;
  const errors: FieldError[] = [];
  const found = events.flatMap(({ number, n }, i): InvestigatedEvent[] => {
    const one = flagged(number, context);
    const flag = isRefusal(one) ? undefined : one.flags.find((each) => each.n === n);
    if (flag) return [{ claim: number, n, rule: flag.rule }];
    errors.push({ field: `events.${i}`, message: `There is no risk event ${n} of ${number}.` });
    return [];
  });
  claims.forEach((number, i) => {
    if (isRefusal(findClaim(memory, number, principal)))
      errors.push({ field: `claims.${i}`, message: `There is no claim ${number}.` });
  });
  authorizations.forEach((number, i) => {
    if (isRefusal(findAuthorization(memory, number, principal)))
      errors.push({ field: `authorizations.${i}`, message: `There is no request ${number}.` });
  });
  const [first] = errors;
  return first ? refuse('invalid', first.message, errors) : { events: found, claims, authorizations };
}

/** Claims and requests that are named. */
export function includedWants(memory: TenantMemory, { events, claims, authorizations = [] }: Named): Want[] {
  const numbers = [...claims, ...authorizations, ...events.map(({ number }) => number)];
  return [
    ...claimsWants(memory, numbers),
    ...numbers.flatMap((number) => authorizationWants(memory, number)),
  ];
}
