import { eligibleOn } from '../../schema/domain/adjudication/eligible-on.ts';
import { checkMember } from '../../schema/domain/claims/intake.ts';
import { primaryFacilityOn } from '../../schema/domain/cover/plan-on.ts';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import { beginning } from '../../schema/domain/network/link.ts';
import { notEligibleOn } from '../../schema/domain/network/standing.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { type FieldError, type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { Want } from '../actor/book.ts';
import { linkKeyOf, memberKeyOf } from './judging/asked-of-form.ts';
import { householdOf, householdWants, versionsOf } from './judging/household.ts';
import { accountsOf } from './judging/judge-claim.ts';
import { accountWants } from './judging/wants.ts';
import type { Enrollee } from './memory/enrollees.ts';
import { type Link, linkKey } from './memory/network.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import type { EligibilityAnswer, EligibilityQuestion } from './questions.ts';

/** What answering looks at: the person, those their cover follows from, the link, the family's use. */
export function eligibilityWants(memory: TenantMemory, question: EligibilityQuestion): Want[] {
  const wants: Want[] = [{ shelf: memory.enrollees, key: memberKeyOf(question) }];
  const key = linkKeyOf(question, question.principal);
  if (key !== null) wants.push({ shelf: memory.links, key });
  const person = memory.enrollees.peek(memberKeyOf(question));
  if (!person) return wants;
  const primary = primaryFacilityOn(person, question.on);
  if (primary !== null) wants.push({ shelf: memory.links, key: linkKey.facility(primary) });
  return [...wants, ...householdWants(memory, person), ...accountWants(memory, person, [question.on])];
}

/** A facility shows that it has the person before it; the tenant's own people and keys need not. */
function objections(question: EligibilityQuestion, person: Enrollee | null): FieldError[] {
  const { principal, birthDate, enrolleeName } = question;
  const isAsked = (principal.organisation.kind === 'facility' || birthDate) ?? enrolleeName;
  return person && !isAsked ? [] : checkMember(question, person);
}

/** A facility is told of nobody on a day on which it has no link in force; the tenant's own people and keys are. */
export function notLinkedOn(
  memory: TenantMemory,
  facilityId: string,
  principal: Principal,
  on: CalendarDate,
): Refusal | null {
  if (principal.organisation.kind !== 'facility') return null;
  const message = notEligibleOn(memory.links.peek(linkKey.facility(facilityId)) ?? null, on);
  return message === null ? null : refuse('invalid', message, [{ field: '', reason: 'B7', message }]);
}

/** How a link stands for a new service on a day. Which tariff there is, is read beside it. */
function networkOf(link: Link | null, on: CalendarDate): EligibilityAnswer['network'] {
  const inForce = link?.inForce.findLast(({ from }) => from <= on) ?? null;
  const isIn = link?.state === 'APPROVED' && notEligibleOn(link, on) === null;
  return {
    inNetwork: isIn,
    since: inForce === null || inForce.from === beginning ? null : inForce.from,
    until: inForce?.to ?? null,
    tariff: 'none',
  };
}

/** What a person is covered for on a day: the functions that adjudication uses, on the memory it uses. */
export function eligibilityAnswer(
  memory: TenantMemory,
  question: EligibilityQuestion,
): EligibilityAnswer | Refusal {
  const settings = memory.settings.get(only);
  const person = memory.enrollees.get(memberKeyOf(question));
  const key = linkKeyOf(question, question.principal);
  const link = key === null ? null : memory.links.get(key);
  if (key !== null && !link) return refuse('not_found', 'The facility has no link with this insurer.');
  const no = link && notLinkedOn(memory, link.facilityId, question.principal, question.on);
  if (no) return no;
  const errors = objections(question, person);
  const [first] = errors;
  if (first || !person || !settings)
    return refuse('invalid', first?.message ?? 'There is no such member.', errors);
  const household = householdOf(memory, person);
  if (!household) throw new Error(`the household of ${person.id} is not in memory`);
  const facility = link && { id: link.facilityId, name: link.name, level: link.profile.level ?? null };
  const facts = {
    household,
    facility,
    plans: versionsOf(memory, household),
    accounts: accountsOf(memory, household, [question.on]),
    currency: settings.currency,
  };
  const eligibility = eligibleOn(facts, question.on);
  const primary = eligibility.primaryFacilityId;
  const { id: enrolleeId, memberId, firstName, lastName, birthDate, sex, relation } = person;
  return {
    person: { enrolleeId, memberId, firstName, lastName, birthDate, sex, relation },
    planName: eligibility.plan && (memory.plans.get(eligibility.plan.code)?.plan.name ?? null),
    network: key === null ? null : networkOf(link, question.on),
    primaryFacilityName:
      primary === null ? null : (memory.links.peek(linkKey.facility(primary))?.name ?? null),
    currency: settings.currency,
    eligibility,
  };
}
