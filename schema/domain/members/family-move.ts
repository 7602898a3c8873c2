import { addDays, type CalendarDate } from '../dates.ts';
import type { FieldError } from '../refusal.ts';
import { coverDates } from './cover-dates.ts';
import { whyNotDependant } from './dependants.ts';
import type { Client, Enrollee } from './enrollee.ts';
import { type PublishedPlan, planRulesOn, whyNotPlan } from './plan-choice.ts';
import { moveDate, movePlan, planStanding } from './plan-move.ts';

/** A move of plan as it is asked for. */
export interface MoveFacts {
  today: CalendarDate;
  plan: PublishedPlan | null;
  client: Client;
  /** the principal's dependants, whoever was ever one */
  family: readonly Enrollee[];
}

/** Who moves, with the plans they have then; back to where one is takes a move back. */
export interface FamilyMove {
  from: CalendarDate;
  takenBack: boolean;
  people: readonly Enrollee[];
}

const standsAs = (a: Enrollee, b: Enrollee, today: CalendarDate) => {
  const [one, other] = [planStanding(a.plans, today), planStanding(b.plans, today)];
  return one.now?.plan === other.now?.plan && one.next?.plan === other.next?.plan;
};

const coveredOn = ({ cover }: Enrollee, day: CalendarDate) => {
  const { to } = coverDates(cover);
  return to === null || to >= day;
};

function whyNotMember(
  person: Enrollee,
  code: string,
  on: CalendarDate,
  { plan, family }: MoveFacts,
): string | null {
  const rules = plan && planRulesOn(plan, on);
  if (!plan || !rules || person.relation === 'principal') return null;
  const others = family.filter((each) => each.id !== person.id && coveredOn(each, on)).length;
  // The family's size is the same before and after: only more than the plan takes is too many.
  const no = whyNotDependant(plan.plan.name, rules.dependants, { ...person, on, others });
  return no === null
    ? null
    : `${person.memberId}: ${no} Choose another plan than ${code}, or move the principal alone.`;
}

const refused = (message: string): FieldError => ({ field: 'plan', message });

/**
 * Moves a person to another plan from the first day of the next month, with the dependants who stand as they do, where
 * that is wished; or says which rule of the plan, or of the client's offer, is against it.
 */
export function decideMove(
  person: Enrollee,
  { plan: code, withFamily }: { plan: string; withFamily: boolean },
  facts: MoveFacts,
): FamilyMove | FieldError {
  const { today, client, family } = facts;
  const { now, next } = planStanding(person.plans, today);
  if (next?.plan === code) return refused(`The move to ${code} on ${next.from} is recorded already.`);
  const takenBack = now?.plan === code;
  if (takenBack && !next) return refused(`${person.memberId} is on ${code} already.`);
  const from = moveDate(person.plans, today);
  const along = withFamily
    ? family.filter(
        (each) => each.principalId === person.id && standsAs(each, person, today) && coveredOn(each, from),
      )
    : [];
  const people = [person, ...along];
  const no = takenBack ? null : whyNotPlan(code, facts.plan, client, from);
  const whose = takenBack ? [] : people.flatMap((each) => whyNotMember(each, code, from, facts) ?? []);
  const why = no ?? whose[0];
  if (why !== undefined && why !== null) return refused(why);
  if (!coveredOn(person, from))
    return refused(`Their cover ends on ${addDays(from, -1)} or before: there is no move.`);
  return {
    from,
    takenBack,
    people: people.map((each) => ({ ...each, plans: movePlan(each.plans, code, today) })),
  };
}
