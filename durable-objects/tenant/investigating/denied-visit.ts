import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { requestHeld } from '../../../schema/domain/authorizations/holding.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { holdSubject, requestSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import {
  type InvestigatedEvent,
  type Investigation,
  investigationNumber,
} from '../../../schema/domain/investigations/investigation.ts';
import {
  type Included,
  itsClaims,
  openInvestigation,
  placeHold,
} from '../../../schema/domain/investigations/steps.ts';
import type { DeniedVisit } from '../../../schema/domain/members/at-desk.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';
import { changedAuthorization } from '../on-authorization.ts';
import { requestOfDenied } from './of-denied-visit.ts';
import { beginSweep } from './on-investigation.ts';

const enrollee = { id: 'enrollee', name: 'Enrollee' } as const;

/** The number that the investigation has which begins next. */
export const nextInvestigation = ({ investigationIds }: TenantMemory): string =>
  investigationNumber(investigationIds.last + 1);

/** What must be in memory for an investigation to begin. */
export const beginningWants = (memory: TenantMemory): Want[] => [
  { shelf: memory.held, key: holdSubject(nextInvestigation(memory), itsClaims) },
];

/** What an investigation has of a request's own events: that the enrollee denies it, the last time. */
function denialsOf({ number, flags }: Pick<Authorization, 'number' | 'flags'>): InvestigatedEvent[] {
  const last = flags.findLast(({ rule }) => rule === 'not_me');
  return last ? [{ claim: number, n: last.n, rule: last.rule }] : [];
}

/** An investigation of what somebody denies begins, and holds what it is about: in the background what is there already. */
function begun(
  about: Pick<Investigation, 'id' | 'title' | 'visit'> & Included,
  context: TenantContext,
): Investigation {
  const decider = { ...enrollee, at: context.at };
  const opened = openInvestigation(about, decider);
  const held = isRefusal(opened) ? opened : placeHold(opened, { ...itsClaims, name: 'its claims' }, decider);
  if (isRefusal(held)) throw new Error(held.message);
  context.memory.investigations.put(held);
  beginSweep(holdSubject(held.number, itsClaims), held.number, 'PLACING', context);
  for (const number of held.authorizations)
    beginSweep(requestSubject(number), held.number, 'PLACING', context);
  return held;
}

/**
 * Somebody says that a visit is not theirs: an investigation of the request begins, and holds the payment of it and of every
 * claim that names it or bills its day there; those that are there get the hold in the background, new ones as they are
 * filed. `claims` are those of its day that are there.
 */
export function investigateDenial(
  request: Pick<Authorization, 'number' | 'flags'>,
  claims: readonly Claim[],
  context: TenantContext,
): Investigation {
  return begun(
    {
      id: context.memory.investigationIds.next(),
      title: `Not me: ${request.number}`,
      events: denialsOf(request),
      claims: claims.map(({ number }) => number),
      authorizations: [request.number],
    },
    context,
  );
}

/** A check-in that is denied: of its day and place, what was filed before. */
export interface FiledOfVisit {
  claims: readonly Claim[];
  requests: readonly Authorization[];
}

/**
 * The same of a check-in: it is looked into at once, with whatever was filed of its day there, and holds that; what is filed
 * later comes to it as it is filed. The requests as they are now.
 */
export function investigateVisit(
  visit: DeniedVisit,
  { claims, requests }: FiledOfVisit,
  context: TenantContext,
): { investigation: Investigation; requests: Authorization[] } {
  const { memory, at } = context;
  const id = memory.investigationIds.next();
  const moved = requests.map((before) => {
    const flagged = requestOfDenied(before, [visit], context);
    const after = requestHeld(flagged, investigationNumber(id), at);
    return { after, changed: changedAuthorization(before, after, null, context).did.authorizations ?? [] };
  });
  const investigation = begun(
    {
      id,
      title: `Not me: ${visit.number}`,
      visit: visit.number,
      events: moved.flatMap(({ after }) => denialsOf(after)),
      claims: claims.map(({ number }) => number),
      authorizations: requests.map(({ number }) => number),
    },
    context,
  );
  return { investigation, requests: moved.flatMap(({ changed }) => changed) };
}
