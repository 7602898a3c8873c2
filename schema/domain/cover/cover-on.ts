import { addDays, ageOn, type CalendarDate } from '../dates.ts';
import type { DependantRules } from '../plans/plan.ts';
import type {
  ContractPeriod,
  CoverAnswer,
  CoveredPerson,
  CoveringClient,
  Household,
  NotCoveredBecause,
} from './cover.ts';
import { firstPlanDay, planOn } from './plan-on.ts';
import { anniversary } from './plan-year.ts';
import { type CoverSpan, spanOn } from './span-on.ts';

/** What the dependant rules of a plan are on the day; null: the plan has no version in force. */
export type DependantRulesOf = (plan: string) => DependantRules | null;

type NotCovered = Extract<CoverAnswer, { covered: false }>;
/** A stretch of cover from one of those it depends on: covered within it, whatever the others say. */
interface Stretch {
  from: CalendarDate | null;
  /** last day, where one is known */
  to: CalendarDate | null;
}

const no = (because: NotCoveredBecause, since: CalendarDate | null): NotCovered => ({
  covered: false,
  because,
  since,
});
const isNo = (found: NotCovered | Stretch): found is NotCovered => 'covered' in found;
const dayBefore = (date: CalendarDate | null): CalendarDate | null => date && addDays(date, -1);
const stretchOf = ({ since, next }: CoverSpan): Stretch => ({ from: since, to: dayBefore(next) });

function alive({ deathDate }: CoveredPerson, date: CalendarDate): NotCovered | Stretch {
  if (deathDate !== null && deathDate < date) return no('deceased', addDays(deathDate, 1));
  return { from: null, to: deathDate };
}

function ownCover({ cover }: CoveredPerson, date: CalendarDate): NotCovered | Stretch {
  const span = spanOn(cover, date);
  if (!span) return no('not begun', null);
  if (span.state === 'SUSPENDED') return no('suspended', span.since);
  return span.state === 'TERMINATED' ? no('terminated', span.since) : stretchOf(span);
}

function principalsCover(principal: CoveredPerson, date: CalendarDate): NotCovered | Stretch {
  const span = spanOn(principal.cover, date);
  return span?.state === 'ACTIVE' ? stretchOf(span) : no('principal not covered', span?.since ?? null);
}

/** A client that was never suspended or terminated need not say that it is active. */
function clientsCover({ cover }: CoveringClient, date: CalendarDate): NotCovered | Stretch {
  const span = spanOn(cover, date);
  if (span) return span.state === 'ACTIVE' ? stretchOf(span) : no('client not covered', span.since);
  const first = cover[0];
  if (first?.state === 'ACTIVE') return no('client not covered', null);
  return { from: null, to: dayBefore(first?.from ?? null) };
}

const adjoin = (a: ContractPeriod, b: ContractPeriod): boolean => addDays(a.to, 1) >= b.from;

/** The contracts that follow one another without a gap around the day; no contracts at all hold nobody back. */
function underContract({ contracts }: CoveringClient, date: CalendarDate): NotCovered | Stretch {
  if (contracts.length === 0) return { from: null, to: null };
  const at = contracts.findLastIndex(({ from, to }) => from <= date && date <= to);
  const holding = contracts[at];
  if (!holding) {
    const ended = contracts.findLast(({ to }) => to < date);
    return ended ? no('contract ended', addDays(ended.to, 1)) : no('not begun', null);
  }
  let { from, to } = holding;
  for (const before of contracts.slice(0, at).reverse()) if (adjoin(before, { from, to })) from = before.from;
  for (const next of contracts.slice(at + 1)) if (adjoin({ from, to }, next)) to = next.to;
  return { from, to };
}

/** Who may be covered beside the principal: spouse, children under an age, others (members.md, Clients and enrollees). */
function allowedBy(rules: DependantRules, person: CoveredPerson, date: CalendarDate): NotCovered | Stretch {
  if (person.relation === 'child' && rules.childrenUnder !== null) {
    const birthday = anniversary(person.birthDate, rules.childrenUnder);
    return ageOn(person.birthDate, date) < rules.childrenUnder
      ? { from: null, to: dayBefore(birthday) }
      : no('dependant not allowed', birthday);
  }
  const allowed = { principal: true, spouse: rules.spouse, child: false, other: rules.other }[
    person.relation
  ];
  return allowed ? { from: null, to: null } : no('dependant not allowed', null);
}

function* conditions(
  { person, principal, client }: Household,
  date: CalendarDate,
): Generator<NotCovered | Stretch> {
  yield alive(person, date);
  yield ownCover(person, date);
  if (principal) yield principalsCover(principal, date);
  yield clientsCover(client, date);
  yield underContract(client, date);
}

/**
 * Whether a person is covered on a day, under which plan, since and until when (members.md, Clients and enrollees):
 * alive, own cover, the principal's, the client's, a contract that holds, a plan, and the plan's rules for dependants.
 * The first that says no answers. `rulesOf` left out: the plan is not looked into.
 */
export function coverOn(household: Household, date: CalendarDate, rulesOf?: DependantRulesOf): CoverAnswer {
  let since = '';
  let until: CalendarDate | null = null;
  const narrow = ({ from, to }: Stretch): void => {
    if (from !== null && from > since) since = from;
    if (to !== null && (until === null || to < until)) until = to;
  };
  for (const found of conditions(household, date)) {
    if (isNo(found)) return found;
    narrow(found);
  }
  const plan = planOn(household, date);
  if (plan === null) return no('no plan', null);
  narrow({ from: firstPlanDay(household), to: null });
  const rules = rulesOf?.(plan);
  if (rules === null) return no('no plan', null);
  const allowed = rules && allowedBy(rules, household.person, date);
  if (allowed && isNo(allowed)) return allowed;
  if (allowed) narrow(allowed);
  return { covered: true, plan, since, until };
}
