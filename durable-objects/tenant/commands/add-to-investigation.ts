import { isRequestNumber } from '../../../schema/domain/authorizations/authorization.ts';
import { holdSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import { holdsNow, include, itsClaims } from '../../../schema/domain/investigations/steps.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { holdClaims, holdClaimsWants } from '../investigating/hold-claims.ts';
import { holdRequests, requestsWants } from '../investigating/hold-requests.ts';
import { includedOf, includedWants } from '../investigating/included.ts';
import { beginSweep, investigationWants, stepInvestigation } from '../investigating/on-investigation.ts';

/** More events and claims are looked into; where the investigation holds its claims, these too. */
export const addToInvestigation: TenantHandler<'AddToInvestigation'> = {
  wants: (memory, input) => [
    ...investigationWants(memory, input.investigation),
    ...includedWants(memory, input),
    ...holdClaimsWants(memory, [...input.claims, ...input.events.map(({ number }) => number)]),
    ...requestsWants(memory, [
      ...(input.authorizations ?? []),
      ...input.events.map(({ number }) => number).filter(isRequestNumber),
    ]),
    { shelf: memory.held, key: holdSubject(input.investigation, itsClaims) },
  ],
  decide: (input, context) => {
    const included = includedOf(input, context);
    if (isRefusal(included)) return included;
    const { claims, events: found, authorizations = [] } = included;
    if (claims.length + found.length + authorizations.length === 0) {
      const message = 'Name a claim or a request, or choose risk events.';
      return refuse('invalid', message, [{ field: 'claims', message }]);
    }
    const { investigation: number } = input;
    return stepInvestigation(
      number,
      (before, decider) => include(before, included, decider),
      (after, before) => {
        const sweeps = holdsNow(after, itsClaims);
        if (sweeps) beginSweep(holdSubject(number, itsClaims), number, 'PLACING', context);
        const added = after.authorizations.filter((each) => !before.authorizations.includes(each));
        const held = sweeps ? holdRequests(added, number, context) : [];
        const claimsAdded = after.claims.filter((each) => !before.claims.includes(each));
        const also = sweeps ? holdClaims(claimsAdded, number, context) : [];
        const events = found.map(({ claim, n }) => `${claim} ${n}`);
        return { data: { claims, requests: added, events }, sweeps, held, also };
      },
      context,
    );
  },
};
