import { isRequestNumber } from '../authorizations/authorization.ts';
import type { Decider } from '../claims/deciding.ts';
import { type Refusal, refuse } from '../refusal.ts';
import {
  type InvestigatedEvent,
  type Investigation,
  type InvestigationStep,
  investigationNumber,
  type PlacedHold,
} from './investigation.ts';

/** So much one investigation groups: a list that a person can look through. */
const events_max = 500;
const claims_max = 500;
const authorizations_max = 100;
const notes_max = 500;

/** What is put into an investigation. */
export interface Included {
  events: readonly InvestigatedEvent[];
  claims: readonly string[];
  /** requests, by number */
  authorizations?: readonly string[];
}

function stepped(
  investigation: Investigation,
  { at, name }: Decider,
  what: InvestigationStep['what'],
  detail = '',
): Investigation {
  const { version, history } = investigation;
  return { ...investigation, version: version + 1, history: [...history, { at, by: name, what, detail }] };
}

function withIncluded(
  investigation: Investigation,
  { events, claims, authorizations = [] }: Included,
): Investigation {
  const isNew = ({ claim, n }: InvestigatedEvent) =>
    !investigation.events.some((each) => each.claim === claim && each.n === n);
  const about = events.map(({ claim }) => claim);
  const all = [...investigation.claims, ...claims, ...about.filter((number) => !isRequestNumber(number))];
  const requests = [...investigation.authorizations, ...authorizations, ...about.filter(isRequestNumber)];
  return {
    ...investigation,
    events: [...investigation.events, ...events.filter(isNew)],
    claims: [...new Set(all)],
    authorizations: [...new Set(requests)],
  };
}

function refuseIfTooMany({ events, claims, authorizations }: Investigation): Refusal | null {
  const isFew = claims.length <= claims_max && authorizations.length <= authorizations_max;
  if (events.length <= events_max && isFew) return null;
  const message = `One investigation groups at most ${events_max} risk events, ${claims_max} claims and ${authorizations_max} requests: open another one.`;
  return refuse('invalid', message, [{ field: 'claims', message }]);
}

const closedAlready = ({ number, state }: Investigation): Refusal =>
  refuse('wrong_state', `Investigation ${number} is ${state.toLowerCase()}: open a new one.`);

/** An investigation begins: what it looks into. Refused: nothing to look into, or more than one can look through. */
export function openInvestigation(
  { id, title, visit, ...included }: Included & Pick<Investigation, 'id' | 'title' | 'visit'>,
  decider: Decider,
): Investigation | Refusal {
  const { at, id: openedBy, name } = decider;
  const begun: Investigation = {
    id,
    number: investigationNumber(id),
    title,
    state: 'OPEN',
    version: 1,
    openedAt: at,
    openedBy,
    ...(visit === undefined ? {} : { visit }),
    events: [],
    claims: [],
    authorizations: [],
    holds: [],
    notes: [],
    history: [{ at, by: name, what: 'opened', detail: '' }],
    closed: null,
  };
  const investigation = withIncluded(begun, included);
  return refuseIfTooMany(investigation) ?? investigation;
}

/** More events and claims are looked into. Refused: it is closed, or would become too much. */
export function include(
  investigation: Investigation,
  included: Included,
  decider: Decider,
): Investigation | Refusal {
  if (investigation.state !== 'OPEN') return closedAlready(investigation);
  const after = withIncluded(investigation, included);
  const added = after.claims.length - investigation.claims.length;
  const requests = after.authorizations.length - investigation.authorizations.length;
  const detail = requests === 0 ? `${added} claims` : `${added} claims, ${requests} requests`;
  return refuseIfTooMany(after) ?? stepped(after, decider, 'added', detail);
}

/** Somebody writes down what they found; of a closed one too. */
export function note(investigation: Investigation, text: string, decider: Decider): Investigation | Refusal {
  if (investigation.notes.length >= notes_max)
    return refuse('wrong_state', `Investigation ${investigation.number} has ${notes_max} notes already.`);
  const notes = [...investigation.notes, { at: decider.at, by: decider.name, text }];
  return { ...stepped(investigation, decider, 'noted'), notes };
}

/** A file was put to it; to a closed one too: what comes in late belongs with the rest. */
export const attached = (investigation: Investigation, decider: Decider): Investigation =>
  stepped(investigation, decider, 'attached');

/** A file was taken away again. Refused: it is closed, and what it was closed on stays. */
export const detached = (investigation: Investigation, decider: Decider): Investigation | Refusal =>
  investigation.state === 'OPEN'
    ? stepped(investigation, decider, 'detached')
    : refuse(
        'wrong_state',
        `Investigation ${investigation.number} is ${investigation.state.toLowerCase()}: its files stay.`,
      );

/** Which hold is meant. */
export type HoldOn = Pick<PlacedHold, 'on' | 'of'>;

/** The hold of an investigation on the claims that it is about. */
export const itsClaims = { on: 'claims', of: '' } as const satisfies HoldOn;

const isMeant =
  ({ on, of }: HoldOn) =>
  (hold: PlacedHold): boolean =>
    hold.on === on && hold.of === of && hold.liftedAt === null;

/** Whether it holds this now. */
export const holdsNow = (investigation: Investigation, meant: HoldOn): boolean =>
  investigation.holds.some(isMeant(meant));

/** It holds its claims, a facility or a practitioner. Refused: it is closed, or holds that already. */
export function placeHold(
  investigation: Investigation,
  { on, of, name }: HoldOn & { name: string },
  decider: Decider,
): Investigation | Refusal {
  if (investigation.state !== 'OPEN') return closedAlready(investigation);
  if (holdsNow(investigation, { on, of }))
    return refuse('wrong_state', `Investigation ${investigation.number} holds this already.`);
  const placed = { on, of, name, at: decider.at, by: decider.name, liftedAt: null, liftedBy: null };
  const after = stepped(investigation, decider, 'held', name);
  return { ...after, holds: [...investigation.holds, placed] };
}

const lifted = (investigation: Investigation, which: (hold: PlacedHold) => boolean, decider: Decider) =>
  investigation.holds.map((hold) =>
    which(hold) ? { ...hold, liftedAt: decider.at, liftedBy: decider.name } : hold,
  );

/** It lets go; of a confirmed one too, when what was wrong has been put right. Refused: it does not hold this. */
export function liftHold(
  investigation: Investigation,
  meant: HoldOn,
  decider: Decider,
): Investigation | Refusal {
  const held = investigation.holds.find(isMeant(meant));
  if (!held) return refuse('wrong_state', `Investigation ${investigation.number} does not hold this.`);
  const holds = lifted(investigation, (hold) => hold === held, decider);
  return { ...stepped(investigation, decider, 'lifted', held.name), holds };
}

/** How an investigation ends, and why. */
export interface Closing {
  version: number;
  verdict: 'CONFIRMED' | 'CLEARED';
  reason: string;
}

/**
 * OPEN → CONFIRMED or CLEARED. Clearing lets go of all it holds; confirming leaves the holds until somebody lifts them.
 * Refused: it is closed, or has changed since it was seen.
 */
export function close(
  investigation: Investigation,
  { version, verdict, reason }: Closing,
  decider: Decider,
): Investigation | Refusal {
  if (investigation.state !== 'OPEN') return closedAlready(investigation);
  if (investigation.version !== version)
    return refuse(
      'stale',
      `Investigation ${investigation.number} has changed since you opened it. Look at it again, then close it.`,
    );
  const what = verdict === 'CONFIRMED' ? 'confirmed' : 'cleared';
  return {
    ...stepped(investigation, decider, what),
    state: verdict,
    holds:
      verdict === 'CLEARED'
        ? lifted(investigation, ({ liftedAt }) => liftedAt === null, decider)
        : investigation.holds,
    closed: { at: decider.at, by: decider.name, reason },
  };
}
