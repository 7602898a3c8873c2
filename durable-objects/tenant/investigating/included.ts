import type { InvestigatedEvent } from '../../../schema/domain/investigations/investigation.ts';
import type { Included } from '../../../schema/domain/investigations/steps.ts';
import { type FieldError, isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { OpenInvestigation } from '../../../schema/forms/investigations.ts';
import type { TenantContext } from '../handler.ts';
import { findClaim } from '../on-claim.ts';

/** The events and claims that are named, as they are; refused with each that there is not. */
export function includedOf(
  { events, claims }: Pick<OpenInvestigation, 'events' | 'claims'>,
  { memory, principal }: TenantContext,
): Included | Refusal {
  const errors: FieldError[] = [];
  const found = events.flatMap(({ number, n }, i): InvestigatedEvent[] => {
    const claim = findClaim(memory, number, principal);
    const flag = isRefusal(claim) ? undefined : claim.flags.find((each) => each.n === n);
    if (flag) return [{ claim: number, n, rule: flag.rule }];
    errors.push({ field: `events.${i}`, message: `There is no risk event ${n} of claim ${number}.` });
    return [];
  });
  claims.forEach((number, i) => {
    if (isRefusal(findClaim(memory, number, principal)))
      errors.push({ field: `claims.${i}`, message: `There is no claim ${number}.` });
  });
  const [first] = errors;
  return first ? refuse('invalid', first.message, errors) : { events: found, claims };
}

/** Numbers of every claim that is named. */
export const numbersIn = ({ events, claims }: Pick<OpenInvestigation, 'events' | 'claims'>): string[] => [
  ...claims,
  ...events.map(({ number }) => number),
];
