import { holdSubject, licenceKey } from '../../../schema/domain/investigations/hold-subject.ts';
import { liftHold as lift } from '../../../schema/domain/investigations/steps.ts';
import type { TenantHandler } from '../handler.ts';
import { letGoOfRequests } from '../investigating/hold-requests.ts';
import { beginSweep, stepInvestigation } from '../investigating/on-investigation.ts';
import { holdWants } from './place-hold.ts';

/** The investigation lets go: new claims are free from now on, those that are there in the background. */
export const liftHold: TenantHandler<'LiftHold'> = {
  wants: holdWants,
  decide: ({ investigation: number, on, ...input }, context) => {
    const of = on === 'practitioner' ? (licenceKey(input.of) ?? '') : input.of;
    return stepInvestigation(
      number,
      (before, decider) => lift(before, { on, of }, decider),
      (after) => {
        beginSweep(holdSubject(number, { on, of }), number, 'LIFTING', context);
        const held = on === 'claims' ? letGoOfRequests(after.authorizations, number, context) : [];
        return { data: { on, of }, sweeps: true, held };
      },
      context,
    );
  },
};
