import { holdSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import { holdsNow, include } from '../../../schema/domain/investigations/steps.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { includedOf, numbersIn } from '../investigating/included.ts';
import {
  beginSweep,
  claimsWants,
  investigationWants,
  stepInvestigation,
} from '../investigating/on-investigation.ts';

const itsClaims = { on: 'claims', of: '' } as const;

/** More events and claims are looked into; where the investigation holds its claims, these too. */
export const addToInvestigation: TenantHandler<'AddToInvestigation'> = {
  wants: (memory, input) => [
    ...investigationWants(memory, input.investigation),
    ...claimsWants(memory, numbersIn(input)),
    { shelf: memory.held, key: holdSubject(input.investigation, itsClaims) },
  ],
  decide: (input, context) => {
    const included = includedOf(input, context);
    if (isRefusal(included)) return included;
    if (included.claims.length + included.events.length === 0) {
      const message = 'Name a claim, or choose risk events.';
      return refuse('invalid', message, [{ field: 'claims', message }]);
    }
    const { investigation: number } = input;
    return stepInvestigation(
      number,
      (before, decider) => include(before, included, decider),
      (after) => {
        const sweeps = holdsNow(after, itsClaims);
        if (sweeps) beginSweep(holdSubject(number, itsClaims), number, 'PLACING', context);
        const events = included.events.map(({ claim, n }) => `${claim} ${n}`);
        return { data: { claims: included.claims, events }, sweeps };
      },
      context,
    );
  },
};
