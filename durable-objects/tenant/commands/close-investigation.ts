import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { denialSettled } from '../../../schema/domain/authorizations/denial.ts';
import { holdSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import { close } from '../../../schema/domain/investigations/steps.ts';
import type { ToldMembers } from '../../../schema/domain/members/member-news.ts';
import type { Verdict } from '../../../schema/domain/risk/dispose.ts';
import type { CloseInvestigation } from '../../../schema/forms/investigations.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { letGoOfRequests, requestsWants } from '../investigating/hold-requests.ts';
import { beginSweep, investigationWants, stepInvestigation } from '../investigating/on-investigation.ts';
import { changedAuthorization, peekAuthorization } from '../on-authorization.ts';

const verdictOn: Readonly<Record<CloseInvestigation['verdict'], Verdict>> = {
  CONFIRMED: 'CONFIRMED',
  CLEARED: 'DISMISSED',
};

/** What came of denied visits is said of their risk events. */
function settleDenials(
  numbers: readonly string[],
  { verdict, reason }: Pick<CloseInvestigation, 'verdict' | 'reason'>,
  context: TenantContext,
): Authorization[] {
  const { at, id: by, name } = deciderOf(context);
  return numbers.flatMap((number) => {
    const before = peekAuthorization(context.memory, number);
    if (!before) return [];
    const after = denialSettled(before, verdictOn[verdict], { by, name, at, reason });
    return changedAuthorization(before, after, null, context).did.authorizations ?? [];
  });
}

/** Whoever denied one of its visits follows the case on their own page. */
const followers = (requests: readonly Authorization[], investigation: string): ToldMembers[] =>
  requests.flatMap(({ alert, number: about }) =>
    alert?.investigation === investigation && alert.channels.includes('screen')
      ? [{ to: [alert.to], topic: 'alerts' as const, about, what: 'closed' }]
      : [],
  );

/** OPEN → CONFIRMED or CLEARED: clearing lets go of everything it holds. */
export const closeInvestigation: TenantHandler<'CloseInvestigation'> = {
  wants: (memory, { investigation }) => [
    ...investigationWants(memory, investigation, { text: true }),
    ...requestsWants(memory, memory.investigations.peek(investigation)?.authorizations ?? []),
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
        const settled = settleDenials(after.authorizations, closing, context);
        const isFree = letGo.some(({ on }) => on === 'claims');
        const freed = isFree ? letGoOfRequests(after.authorizations, number, context) : [];
        const held = [...new Map([...settled, ...freed].map((one) => [one.id, one])).values()];
        return {
          data: { holdsLifted: letGo.length },
          words: { text: closing.reason },
          notice: { kind: `investigation-${after.state.toLowerCase()}`, audience: 'investigation.view' },
          sweeps: letGo.length > 0,
          held,
          members: followers(held, number),
        };
      },
      context,
    ),
};
