import type { CoveredPerson, Household } from '../cover/cover.ts';
import type { CalendarDate, Moment } from '../dates.ts';
import { grantedBefore } from './draws.ts';
import type { AuthCode, AuthorizedService, Facts, LineInQuestion } from './facts.ts';
import { type Policy, policyOn } from './policy.ts';
import { codeIsFor } from './rules/authorization.ts';

/** What a line is judged by, and whether that is so only because a code promised it. */
export interface HonouredPolicy {
  policy: Policy;
  /** cover that no longer holds, or a plan that somebody is no longer on; null: what was in force on the day */
  honoured: { what: 'cover' | 'plan'; plan: string | null } | null;
}

interface Held {
  code: AuthCode;
  /** the plan by which the code stands on the day; null: that of the day */
  plan: string | null;
}

/** The plan by which a code stands for a service of a day: it was judged by one when it was issued, and again on a move. */
function planHeld({ movedOn }: AuthCode, { under, earlier }: AuthorizedService, on: CalendarDate) {
  const then = grantedBefore(earlier, on);
  if (then) return then.under;
  return movedOn !== null && on < movedOn ? null : under;
}

/** The code that a line names, where it is for just this; null: it promises nothing. */
function heldBy(
  { authorization, service, serviceDate: on }: LineInQuestion,
  { authorizations, household, facility }: Facts,
): Held | null {
  const code = authorization === null ? undefined : authorizations.get(authorization);
  const given = code?.lines.find((line) => line.service === service);
  if (!code || !given) return null;
  const asked = {
    code: code.code,
    service: { code: service, name: service },
    enrolleeId: household.person.id,
    facilityId: facility.id,
    on,
  };
  return codeIsFor(code, given, asked) ? null : { code, plan: planHeld(code, given, on) };
}

/** Somebody with the plan that a code stands by from a day on. */
function withPlan(household: Household, plan: string | null, on: CalendarDate): Household {
  const { person } = household;
  if (plan === null) return household;
  const plans = [...person.plans.filter(({ from }) => from < on), { from: on, plan }];
  return { ...household, person: { ...person, plans } };
}

/** Those whom cover follows from, as it was on record at a moment. A death is no change of cover: nobody is treated after it. */
function asRecorded({ person, principal, client }: Household, moment: Moment): Household {
  const known = <Part extends Pick<CoveredPerson, 'cover'>>(part: Part): Part => ({
    ...part,
    cover: part.cover.filter(({ at }) => at <= moment),
  });
  return { person: known(person), principal: principal && known(principal), client: known(client) };
}

/** Cover as it was on record when the code was issued, on the day of the service or, where it has ended by then, when the code began. */
function promised({ code, plan }: Held, { household, plans }: Facts, now: Policy): Policy | null {
  if (now.cover.covered || now.cover.because === 'deceased') return null;
  const then = asRecorded(household, code.issuedAt);
  for (const day of [now.on, code.validFrom]) {
    const policy = policyOn(withPlan(then, plan, day), day, plans);
    if (policy.terms) return policy;
  }
  return null;
}

/**
 * What a line is judged by: the policy of its day, unless it names a code that promised otherwise. A code that was issued to
 * somebody who was covered is honoured on all its days, whatever of cover was recorded or ran out since (members.md).
 */
export function policyFor(line: LineInQuestion, facts: Facts, policy: Policy): HonouredPolicy {
  const { on } = policy;
  const held = heldBy(line, facts);
  if (!held) return { policy, honoured: null };
  const { plan } = held;
  if (!policy.terms) {
    const before = promised(held, facts, policy);
    return before ? { policy: before, honoured: { what: 'cover', plan } } : { policy, honoured: null };
  }
  if (plan === null || plan === policy.terms.version.plan) return { policy, honoured: null };
  const under = policyOn(withPlan(facts.household, plan, on), on, facts.plans);
  return under.terms ? { policy: under, honoured: { what: 'plan', plan } } : { policy, honoured: null };
}
