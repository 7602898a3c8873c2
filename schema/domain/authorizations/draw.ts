import { grantedBefore } from '../adjudication/draws.ts';
import type { LedgerEntry } from '../benefits/account.ts';
import type { CalendarDate } from '../dates.ts';
import { type Minor, sum } from '../money.ts';
import type { Authorization, AuthorizationLine, AuthorizationState } from './authorization.ts';
import { isReducedLine } from './reduced.ts';
import { type Left, leftOf } from './reserving.ts';
import { leftOfLine } from './stands-for.ts';

/** What a claim's decision took of a service under a code; less than nothing where a decision was undone. */
export interface Drawn {
  service: string;
  units: number;
  amount: Minor;
  /** visits of the reservation that it set free */
  visits: number;
  /** the day of the service, and all that was consumed of it: more than that where it is of before a move of plan */
  on: CalendarDate;
  consumed: { units: number; amount: Minor };
}

const signs = { CONSUME: 1, REVERSE: -1, RELEASE: 1, RESERVE: -1 } as const;
const isUse = ({ kind }: LedgerEntry): boolean => kind === 'CONSUME' || kind === 'REVERSE';

/**
 * What a claim's ledger entries draw on each code: as much as they set free of its reservation, which with the last unit is all
 * that is left; where nothing was reserved any more, as much as they consume. `serviceOf` says what a claim's line bills.
 */
export function drawnBy(
  entries: readonly LedgerEntry[],
  serviceOf: (line: number) => string,
): Map<string, Drawn[]> {
  const drawn = new Map<string, Drawn[]>();
  const freed = new Map(entries.flatMap((entry) => (isUse(entry) ? [] : [[entry.line, entry] as const])));
  for (const entry of entries) {
    const { authorization, line } = entry;
    if (!isUse(entry) || authorization === null || line === null) continue;
    const by = freed.get(line) ?? entry;
    const sign = signs[by.kind];
    const one = {
      service: serviceOf(line),
      units: sign * by.units,
      amount: sign * by.amount,
      visits: by === entry ? 0 : sign * by.visits,
      on: entry.serviceDate,
      consumed: { units: sign * entry.units, amount: sign * entry.amount },
    };
    drawn.set(authorization, [...(drawn.get(authorization) ?? []), one]);
  }
  return drawn;
}

function lineAfter(line: AuthorizationLine, drawn: readonly Drawn[]): AuthorizationLine {
  const own = drawn.filter(({ service }) => service === line.service);
  if (own.length === 0) return line;
  const { reservation, earlier } = line;
  // What was honoured as it was granted before may be more than is reserved now.
  const taken = own.map((each) => (grantedBefore(earlier, each.on) ? each.consumed : each));
  return {
    ...line,
    usedQuantity: line.usedQuantity + sum(taken.map(({ units }) => units)),
    used: line.used + sum(taken.map(({ amount }) => amount)),
    reservation: reservation && {
      ...reservation,
      visits: reservation.visits - sum(own.map(({ visits }) => visits)),
    },
  };
}

const isGranted = ({ approvedQuantity }: AuthorizationLine): boolean => Number(approvedQuantity) > 0;

/** Whether all that was granted has been drawn. */
const isUsedUp = (lines: readonly AuthorizationLine[]): boolean =>
  lines.every((line) => !isGranted(line) || leftOfLine(line).quantity <= 0);

function stateAfter({ state, code }: Authorization, lines: readonly AuthorizationLine[]): AuthorizationState {
  if (code === null || (state !== 'APPROVED' && state !== 'PARTIALLY_APPROVED' && state !== 'USED'))
    return state;
  if (isUsedUp(lines)) return 'USED';
  return lines.some(isReducedLine) ? 'PARTIALLY_APPROVED' : 'APPROVED';
}

/**
 * The authorization after claims drew on it, or gave back what they had drawn: USED once nothing is left, granted again when
 * something is. What was granted never changes by it.
 */
export function afterDraw(
  authorization: Authorization,
  drawn: readonly Drawn[],
  { at, claim }: { at: number; claim: string },
): Authorization {
  const lines = authorization.lines.map((line) => lineAfter(line, drawn));
  const state = stateAfter(authorization, lines);
  const isOver = state === 'USED' && authorization.state !== 'USED';
  const { history, version } = authorization;
  const step = { at, what: 'used', by: 'Vetra', detail: claim } as const;
  return {
    ...authorization,
    lines,
    state,
    version: version + 1,
    history: isOver ? [...history, step] : history,
  };
}

/**
 * What a claim had set free of a code is reserved again where that stands now: a move of plan has moved it since. By as much as
 * more is left of the line than was before, so that the ledger and the code never part.
 */
export function reservedWhereItStands(
  entry: LedgerEntry,
  before: AuthorizationLine,
  after: AuthorizationLine,
): LedgerEntry {
  const place = after.reservation;
  if (!place || (place.plan === entry.plan && after.earlier === undefined)) return entry;
  const [was, is] = [leftOf(before), leftOf(after)];
  const more = (what: keyof Left) => (is?.[what] ?? 0) - (was?.[what] ?? 0);
  const { period, plan, benefit } = place;
  return {
    ...entry,
    period,
    plan,
    benefit,
    units: more('units'),
    amount: more('amount'),
    days: more('days'),
    visits: more('visits'),
  };
}
