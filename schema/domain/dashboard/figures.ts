import { type ClaimState, openStates } from '../claims/claim.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { type AgeBand, ageBands, bandOf } from './age-bands.ts';
import type { DecisionCount } from './day-counts.ts';

/** A state in which a claim waits. */
export type OpenState = (typeof openStates)[number];

const isOpenState = (state: ClaimState): state is OpenState => openStates.some((open) => open === state);

/** What somebody decided today. */
export interface PersonToday {
  accountId: string;
  decisions: number;
}

/** How much of what was decided needed no person. */
export interface StraightShare {
  straight: number;
  decided: number;
}

/** What a manager's dashboard shows of claims (portals.md, HMO, Dashboard), as of one moment. */
export interface DeskFigures {
  today: CalendarDate;
  received: { today: number; week: number; month: number };
  backlog: Readonly<Record<OpenState, Readonly<Record<AgeBand, number>>>>;
  late: number;
  /** due within the next working hours (`dueSoon_hours`) */
  soon: number;
  /** waiting for a second person */
  proposals: number;
  decided: number;
  /** most first; the system is not one of them */
  people: readonly PersonToday[];
  straightToday: StraightShare;
  /** over 30 days, today among them */
  straightMonth: StraightShare;
}

/** So many working hours ahead a claim's due moment is told of. */
export const dueSoon_hours = 8;
/** So many days the straight-through share looks back. */
export const straight_days = 30;

/** What the figures are made of: counts by day, as they are kept. */
export interface FiguresFrom {
  arrivals: readonly { day: CalendarDate; state: ClaimState; claims: number }[];
  decisions: readonly (DecisionCount & { day: CalendarDate; by: string })[];
  today: CalendarDate;
  late: number;
  soon: number;
  proposals: number;
}

/** When the calendar week of a day began: on Monday. */
function weekStart(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, 1 - weekday);
}

function backlogOf({ arrivals, today }: FiguresFrom): DeskFigures['backlog'] {
  const none = () => Object.fromEntries(ageBands.map((band) => [band, 0])) as Record<AgeBand, number>;
  const backlog = Object.fromEntries(openStates.map((state) => [state, none()])) as Record<
    OpenState,
    Record<AgeBand, number>
  >;
  for (const { day, state, claims } of arrivals)
    if (isOpenState(state)) backlog[state][bandOf(day, today)] += claims;
  return backlog;
}

function shareSince({ decisions }: FiguresFrom, from: CalendarDate): StraightShare {
  const share = { straight: 0, decided: 0 };
  for (const { day, approved, rejected, straight } of decisions) {
    if (day < from) continue;
    share.straight += straight;
    share.decided += approved + rejected;
  }
  return share;
}

/** The figures of a dashboard, from the counts that are kept with the claims. */
export function figuresOf(from: FiguresFrom): DeskFigures {
  const { arrivals, decisions, today, late, soon, proposals } = from;
  const since = (day: CalendarDate) =>
    arrivals.reduce((sum, each) => sum + (each.day >= day ? each.claims : 0), 0);
  const people = decisions
    .filter(({ day, by }) => day >= today && by !== 'system')
    .map(({ by, approved, rejected }) => ({ accountId: by, decisions: approved + rejected }))
    .sort((a, b) => b.decisions - a.decisions || a.accountId.localeCompare(b.accountId));
  const straightToday = shareSince(from, today);
  return {
    ...{ today, late, soon, proposals, people, straightToday },
    received: { today: since(today), week: since(weekStart(today)), month: since(`${today.slice(0, 8)}01`) },
    backlog: backlogOf(from),
    decided: straightToday.decided,
    straightMonth: shareSince(from, addDays(today, 1 - straight_days)),
  };
}

/** A share in whole percent, rounded half up; of nothing: 0. */
export function percentOfShare({ straight, decided }: StraightShare): number {
  return decided === 0 ? 0 : Math.floor((straight * 100) / decided + 0.5);
}

/** The name of the place of what a person decided today: the end of an id, which is chance (40 bits), tells an insurer's people apart. */
export const decidedBy = (accountId: string): string => `by-${accountId.slice(-8)}`;

/** Each figure by the name of its place on the page, which live frames replace. */
export function namedFigures(figures: DeskFigures): [name: string, value: number][] {
  const { received, backlog, people } = figures;
  return [
    ['received-today', received.today],
    ['received-week', received.week],
    ['received-month', received.month],
    ...openStates.flatMap((state) =>
      ageBands.map((band): [string, number] => [`${state}-${band}`, backlog[state][band]]),
    ),
    ['soon', figures.soon],
    ['proposals', figures.proposals],
    ['decided', figures.decided],
    ['straight-today', percentOfShare(figures.straightToday)],
    ['straight-month', percentOfShare(figures.straightMonth)],
    ...people.map(({ accountId, decisions }): [string, number] => [decidedBy(accountId), decisions]),
  ];
}
