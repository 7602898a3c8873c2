import { addDays, type CalendarDate, type Moment } from '../dates.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { closed, type LinkLife, type LinkSide, type LinkState, opened } from './link.ts';

/** Who takes a step, for which side, and when; `today` is the tenant's. */
export interface LinkDecider {
  at: Moment;
  today: CalendarDate;
  side: LinkSide;
  name: string;
}

/** A request names a first day at most so many days away, before or after the day on which it is made. */
const startDaysMax = 366;

const words: Readonly<Record<LinkState, string>> = {
  REQUESTED: 'has been asked for and waits for its answer',
  APPROVED: 'is in force',
  DECLINED: 'was declined',
  SUSPENDED: 'is suspended',
  ENDED: 'has ended',
};

const blank: LinkLife = {
  state: 'ENDED',
  version: 0,
  askedBy: null,
  askedAt: null,
  startsOn: null,
  inForce: [],
  history: [],
};

function stepped(
  link: LinkLife,
  change: Partial<LinkLife> & Pick<LinkLife, 'state'>,
  { at, side, name }: LinkDecider,
  reason: string | undefined,
): LinkLife {
  const step = { at, state: change.state, side, by: name, reason: reason ?? null };
  return { ...link, ...change, version: link.version + 1, history: [...link.history, step] };
}

/** Refused unless the link is in one of these states, and as the person saw it. */
function refuseUnless(link: LinkLife, states: readonly LinkState[], version: number): Refusal | null {
  if (link.version !== version)
    return refuse('stale', `The link has changed meanwhile: it ${words[link.state]}. Look at it again.`);
  if (!states.includes(link.state))
    return refuse('wrong_state', `This cannot be done now: the link ${words[link.state]}.`);
  return null;
}

/** In force from the day it was asked for, but for days before the day on which a former period ended. */
function approved(link: LinkLife, { today }: LinkDecider): Pick<LinkLife, 'state' | 'startsOn' | 'inForce'> {
  const asked = link.startsOn ?? today;
  const last = link.inForce[link.inForce.length - 1]?.to ?? null;
  const startsOn = last !== null && asked <= last ? addDays(last, 1) : asked;
  return { state: 'APPROVED', startsOn, inForce: opened(link.inForce, startsOn) };
}

function startRefused(from: CalendarDate | undefined, today: CalendarDate): Refusal | null {
  if (from === undefined) return null;
  const [first, last] = [addDays(today, -startDaysMax), addDays(today, startDaysMax)];
  if (from >= first && from <= last) return null;
  const message = `Choose a first day between ${first} and ${last}.`;
  return refuse('invalid', message, [{ field: 'from', message }]);
}

/**
 * Asks the other side for a link, from a first day on or from the day on which they accept. A facility without a portal
 * has nobody to answer: `answerable` false approves at once. Refused while a link is there, or a request is.
 */
export function requestLink(
  before: LinkLife | null,
  { from, message }: { from?: CalendarDate | undefined; message?: string | undefined },
  decider: LinkDecider,
  answerable: boolean,
): LinkLife | Refusal {
  const link = before ?? blank;
  if (before && link.state === 'REQUESTED')
    return link.askedBy === decider.side
      ? refuse('wrong_state', 'You have asked already. The other side has yet to answer.')
      : refuse('wrong_state', 'They have asked you already: accept their request.');
  if (before && (link.state === 'APPROVED' || link.state === 'SUSPENDED'))
    return refuse('wrong_state', `There is a link already: it ${words[link.state]}.`);
  const no = startRefused(from, decider.today);
  if (no) return no;
  const asked = {
    state: 'REQUESTED',
    askedBy: decider.side,
    askedAt: decider.at,
    startsOn: from ?? null,
  } as const;
  const requested = stepped(link, asked, decider, message);
  return answerable ? requested : stepped(requested, approved(requested, decider), decider, undefined);
}

/** REQUESTED → APPROVED, by the side that was asked; or → DECLINED, by either: who asked takes the request back. */
export function answerLink(
  link: LinkLife,
  { accept, reason, version }: { accept: boolean; reason?: string | undefined; version: number },
  decider: LinkDecider,
): LinkLife | Refusal {
  const no = refuseUnless(link, ['REQUESTED'], version);
  if (no) return no;
  if (!accept) return stepped(link, { state: 'DECLINED' }, decider, reason);
  if (link.askedBy === decider.side)
    return refuse('wrong_state', 'You have asked: only the other side can accept.');
  return stepped(link, approved(link, decider), decider, reason);
}

/** APPROVED → SUSPENDED: what is done from today on cannot be claimed. */
export function suspendLink(
  link: LinkLife,
  { reason, version }: { reason: string; version: number },
  decider: LinkDecider,
): LinkLife | Refusal {
  const inForce = closed(link.inForce, addDays(decider.today, -1));
  const no = refuseUnless(link, ['APPROVED'], version);
  return no ?? stepped(link, { state: 'SUSPENDED', inForce }, decider, reason);
}

/** SUSPENDED → APPROVED: in force again from today on, or from its first day where that is still to come. */
export function reinstateLink(
  link: LinkLife,
  { reason, version }: { reason?: string | undefined; version: number },
  decider: LinkDecider,
): LinkLife | Refusal {
  const { today } = decider;
  const on = link.startsOn !== null && link.startsOn > today ? link.startsOn : today;
  const no = refuseUnless(link, ['SUSPENDED'], version);
  return no ?? stepped(link, { state: 'APPROVED', inForce: opened(link.inForce, on) }, decider, reason);
}

/** APPROVED or SUSPENDED → ENDED, by either side: today is the last day that can be claimed. */
export function endLink(
  link: LinkLife,
  { reason, version }: { reason: string; version: number },
  decider: LinkDecider,
): LinkLife | Refusal {
  const inForce = closed(link.inForce, decider.today);
  const no = refuseUnless(link, ['APPROVED', 'SUSPENDED'], version);
  return no ?? stepped(link, { state: 'ENDED', inForce }, decider, reason);
}

/** What a side may do with a link as it stands; a page offers these and no more. */
export type LinkVerb = 'request' | 'accept' | 'decline' | 'withdraw' | 'suspend' | 'reinstate' | 'end';

/** The steps that are open to a side now. */
export function verbsOf(link: Pick<LinkLife, 'state' | 'askedBy'> | null, side: LinkSide): LinkVerb[] {
  if (link === null) return ['request'];
  switch (link.state) {
    case 'REQUESTED':
      return link.askedBy === side ? ['withdraw'] : ['accept', 'decline'];
    case 'APPROVED':
      return side === 'tenant' ? ['suspend', 'end'] : ['end'];
    case 'SUSPENDED':
      return side === 'tenant' ? ['reinstate', 'end'] : ['end'];
    case 'DECLINED':
    case 'ENDED':
      return ['request'];
    default:
      return link.state satisfies never;
  }
}

/** The platform puts a facility into a tenant's network without asking anybody: a request that waits is thereby accepted. */
export function placedInForce(link: LinkLife, decider: LinkDecider): LinkLife {
  if (link.state === 'APPROVED' || link.state === 'SUSPENDED') return link;
  return stepped(link, approved(link, decider), decider, undefined);
}
