import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { holdSubject, requestSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import type { Investigation } from '../../../schema/domain/investigations/investigation.ts';
import { openInvestigation, placeHold } from '../../../schema/domain/investigations/steps.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantContext } from '../handler.ts';
import { beginSweep } from './on-investigation.ts';

const enrollee = { id: 'enrollee', name: 'Enrollee' } as const;

/**
 * Somebody says that a visit is not theirs: an investigation of the request begins, and holds the payment of it and of every
 * claim that names it; those that are there get the hold in the background, new ones as they are filed.
 */
export function investigateDenial(
  { number, flags }: Pick<Authorization, 'number' | 'flags'>,
  id: number,
  context: TenantContext,
): Investigation {
  const decider = { ...enrollee, at: context.at };
  const last = flags.findLast(({ rule }) => rule === 'not_me');
  const opened = openInvestigation(
    {
      id,
      title: `Not me: ${number}`,
      events: last ? [{ claim: number, n: last.n, rule: last.rule }] : [],
      claims: [],
      authorizations: [number],
    },
    decider,
  );
  const held = isRefusal(opened)
    ? opened
    : placeHold(opened, { on: 'claims', of: '', name: 'its claims' }, decider);
  if (isRefusal(held)) throw new Error(held.message);
  context.memory.investigations.put(held);
  beginSweep(holdSubject(held.number, { on: 'claims', of: '' }), held.number, 'PLACING', context);
  beginSweep(requestSubject(number), held.number, 'PLACING', context);
  return held;
}
