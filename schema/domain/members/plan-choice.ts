import type { CalendarDate } from '../dates.ts';
import type { Plan, PlanRules, PlanVersion } from '../plans/plan.ts';
import type { Client } from './enrollee.ts';

/** A plan with what was published of it, in the order of their dates. */
export interface PublishedPlan {
  plan: Plan;
  versions: readonly PlanVersion[];
}

/** What a plan says on a day; before its first version, what that one will say. Null: nothing was published. */
export function planRulesOn({ versions }: PublishedPlan, on: CalendarDate): PlanRules | null {
  const inForce = versions.findLast(({ from }) => from !== null && from <= on);
  return (inForce ?? versions[0])?.rules ?? null;
}

/** Why nobody of this client can be put on a plan from a day on, in words; null: they can. */
export function whyNotPlan(
  code: string,
  found: PublishedPlan | null,
  client: Pick<Client, 'code' | 'name' | 'offers'>,
  on: CalendarDate,
): string | null {
  const offered = client.offers.map((offer) => offer.plan);
  const choice = offered.length === 0 ? '' : ` It offers ${offered.join(', ')}.`;
  if (!found) return `There is no plan ${code}.${choice}`;
  const { plan, versions } = found;
  if (!versions.some(({ from }) => from !== null && from <= on))
    return `${plan.name} is not in force on ${on}: publish a version of it first.`;
  if (plan.retiredFrom !== null && plan.retiredFrom <= on)
    return `${plan.name} is retired from ${plan.retiredFrom}: nobody is put on it any more.`;
  if (offered.length > 0 && !offered.includes(code))
    return `${client.name} does not offer ${plan.name}.${choice}`;
  return null;
}
