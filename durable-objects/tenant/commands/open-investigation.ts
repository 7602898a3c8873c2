import { openInvestigation as open } from '../../../schema/domain/investigations/steps.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { deciderOf } from '../decider.ts';
import type { TenantHandler } from '../handler.ts';
import { includedOf, includedWants } from '../investigating/included.ts';
import { changedInvestigation } from '../investigating/on-investigation.ts';

/** An investigation begins: whoever may see investigations is told. */
export const openInvestigation: TenantHandler<'OpenInvestigation'> = {
  wants: includedWants,
  decide: (input, context) => {
    const included = includedOf(input, context);
    if (isRefusal(included)) return included;
    const { title } = input;
    const id = context.memory.investigationIds.next();
    const opened = open({ id, title, ...included }, deciderOf(context));
    if (isRefusal(opened)) return opened;
    const told = {
      data: {
        claims: opened.claims,
        requests: opened.authorizations,
        events: opened.events.map(({ claim, n }) => `${claim} ${n}`),
      },
      words: { title },
      notice: { kind: 'investigation-opened', audience: 'investigation.view' },
    } as const;
    return changedInvestigation(opened, told, context);
  },
};
