import type { PlanStep } from '../cover/cover.ts';
import type { CalendarDate } from '../dates.ts';
import type { FieldError } from '../refusal.ts';
import { whyNotDependant } from './dependants.ts';
import type { Client, Enrollee } from './enrollee.ts';
import type { Enrolment, EnrolmentFacts } from './enrolment-facts.ts';
import { planRulesOn, whyNotPlan } from './plan-choice.ts';
import { moveDate, movePlan, planStanding } from './plan-move.ts';

/**
 * The plan a form means, whether or not it names one: what is to be in memory before the decision. Null: none, or as it is.
 * A new dependant inherits the principal's; who is new has the only plan their client offers, where it offers one.
 */
export function planMeant(
  form: Pick<Enrolment, 'plan'>,
  {
    before,
    principal,
    client,
    today,
  }: {
    before: Pick<Enrollee, 'plans'> | null;
    principal: Pick<Enrollee, 'plans'> | null;
    client: Pick<Client, 'offers'> | null;
    today: CalendarDate;
  },
): string | null {
  if (form.plan !== undefined) return form.plan;
  if (before) return null;
  if (principal) {
    const { now, next } = planStanding(principal.plans, today);
    return (now ?? next)?.plan ?? null;
  }
  const [only, second] = client?.offers ?? [];
  return only && !second ? only.plan : null;
}

/** Whether somebody known is on a plan already, be it the principal's: another one is a move then, and never lies back. */
function isOnPlan({ before, principal, today }: EnrolmentFacts): boolean {
  if (!before) return false;
  return before.plans.length > 0 || (principal !== null && planStanding(principal.plans, today).now !== null);
}

/** The first day on the plan: a move's own, or the first day of cover for who is on none yet. */
function firstDay(facts: EnrolmentFacts, coverFrom: CalendarDate): CalendarDate {
  const { before, today } = facts;
  return before && isOnPlan(facts) ? moveDate(before.plans, today) : coverFrom;
}

function whyNotOn(code: string, from: CalendarDate, form: Enrolment, facts: EnrolmentFacts): string | null {
  const { client, plan, before, family, today } = facts;
  // What began long ago is judged as of today: a plan of this year takes in who was covered before it was written.
  const on = from < today ? today : from;
  if (!client) return 'Name the client first.';
  const no = whyNotPlan(code, plan, client, on);
  if (no || !plan) return no;
  const rules = planRulesOn(plan, on);
  if (!rules) return null;
  const others = family.filter(({ id, coverTo }) => id !== before?.id && (coverTo === null || coverTo >= on));
  return whyNotDependant(plan.plan.name, rules.dependants, { ...form, on, others: others.length });
}

/** The plans as they were, the first of them from the first day of cover where that was moved. */
function kept(form: Enrolment, before: Enrollee | null): readonly PlanStep[] {
  const [first, ...later] = before?.plans ?? [];
  if (!before || !first || first.from !== before.cover[0]?.from) return before?.plans ?? [];
  const fits = later[0] === undefined || form.coverFrom < later[0].from;
  return fits ? [{ ...first, from: form.coverFrom }, ...later] : before.plans;
}

/** Who inherits the principal's plan goes with them where they are about to move. */
function inherited(form: Enrolment, from: CalendarDate, { principal, today }: EnrolmentFacts): PlanStep[] {
  if (form.plan !== undefined || !principal) return [];
  const { now, next } = planStanding(principal.plans, today);
  return now && next && next.from > from ? [next] : [];
}

/** The plans of a person after what a form says: the first one, a move from the next month, or as they were. */
export function plansAfter(form: Enrolment, facts: EnrolmentFacts): readonly PlanStep[] | FieldError {
  const { before, today } = facts;
  const code = planMeant(form, facts);
  const plans = kept(form, before);
  if (code === null || plans.at(-1)?.plan === code) return plans;
  const moves = isOnPlan(facts);
  if (moves && !facts.may('enrollee.move_plan'))
    return { field: 'plan', message: 'Your role does not let you move people to another plan.' };
  const from = firstDay(facts, form.coverFrom);
  const no = whyNotOn(code, from, form, facts);
  if (no) return { field: 'plan', message: no };
  return moves ? movePlan(plans, code, today) : [{ from, plan: code }, ...inherited(form, from, facts)];
}
