import { holdSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import { close } from '../../../schema/domain/investigations/steps.ts';
import type { TenantHandler } from '../handler.ts';
import { beginSweep, investigationWants, stepInvestigation } from '../investigating/on-investigation.ts';

/** OPEN → CONFIRMED or CLEARED: clearing lets go of everything it holds. */
export const closeInvestigation: TenantHandler<'CloseInvestigation'> = {
  wants: (memory, { investigation }) => [
    ...investigationWants(memory, investigation, { text: true }),
    ...(memory.investigations.peek(investigation)?.holds ?? []).map((hold) => ({
      shelf: memory.held,
      key: holdSubject(investigation, hold),
    })),
  ],
  decide: ({ investigation: number, ...closing }, context) =>
    stepInvestigation(
      number,
      (before, decider) => close(before, closing, decider),
      (after, before) => {
        const letGo = before.holds.filter(({ liftedAt }, i) => liftedAt === null && after.holds[i]?.liftedAt);
        for (const hold of letGo) beginSweep(holdSubject(number, hold), number, 'LIFTING', context);
        return {
          data: { holdsLifted: letGo.length },
          words: { text: closing.reason },
          notice: { kind: `investigation-${after.state.toLowerCase()}`, audience: 'investigation.view' },
          sweeps: letGo.length > 0,
        };
      },
      context,
    ),
};
