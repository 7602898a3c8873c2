import { policyOn } from '../../../schema/domain/adjudication/policy.ts';
import { checkMember } from '../../../schema/domain/claims/intake.ts';
import { neverAtDesk } from '../../../schema/domain/members/at-desk.ts';
import { isCurrent } from '../../../schema/domain/members/card-code.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import { maySee } from '../../../schema/domain/members/may-see.ts';
import { whomToAsk } from '../../../schema/domain/members/whom-to-ask.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import { sameVisit, type Visit, visitNumber, withVisit } from '../../../schema/domain/visits/visit.ts';
import type { CheckIn } from '../../../schema/forms/visits.ts';
import { seal } from '../../actor/seal.ts';
import { notLinkedOn } from '../eligibility.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { householdOf, householdWants, versionsOf } from '../judging/household.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { linkKey } from '../memory/network.ts';
import type { TenantMemory } from '../memory.ts';
import { membersData, tellMembers } from '../telling.ts';
import { todayOf } from '../today.ts';

const spent = (message: string): Refusal => refuse('invalid', message, [{ field: 'card', message }]);

/** Null when the card's code is of a device of theirs, or of the principal who may see them, is of now, and was not taken before. */
function refuseCard(
  person: Enrollee,
  { device, slot }: NonNullable<CheckIn['card']>,
  context: TenantContext,
): Refusal | null {
  const { memory, at } = context;
  const { principalId, desk } = person;
  const principal = principalId === null ? null : memory.enrollees.get(enrolleeKey.id(principalId));
  const shown = [person, principal].find((each) => each?.desk?.devices.some(({ id }) => id === device));
  if (!shown || !maySee(shown, person, todayOf(context)))
    return spent('This telephone does not show this card any more. Type the member id instead.');
  if (slot <= (desk?.slots[device] ?? 0))
    return spent('This code was used already. Scan the one that is shown now.');
  return isCurrent(slot, at) ? null : spent('This code is too old. Scan the one that is shown now.');
}

/** The person who is at the desk, as far as that has been shown. */
function whoIsHere(input: CheckIn, context: TenantContext): Enrollee | Refusal {
  const person = context.memory.enrollees.get(enrolleeKey.member(input.memberId));
  const errors = input.card && person ? [] : checkMember(input, person);
  const [first] = errors;
  if (first || !person) return refuse('invalid', first?.message ?? '', errors);
  return (input.card && refuseCard(person, input.card, context)) ?? person;
}

/** What a check-in leaves with the person: their last visit here, and the code that was taken. */
function leftWith(person: Enrollee, visit: Visit, { card }: CheckIn): Enrollee {
  const desk = person.desk ?? neverAtDesk;
  const slots = card ? { ...desk.slots, [card.device]: card.slot } : desk.slots;
  const { facilityId, number, at } = visit;
  return { ...person, desk: { ...desk, slots, last: withVisit(desk.last, { facilityId, number, at }) } };
}

function isCovered(memory: TenantMemory, person: Enrollee, today: string): boolean {
  const household = householdOf(memory, person);
  return household !== null && policyOn(household, today, versionsOf(memory, household)).cover.covered;
}

/** A person is checked in at a facility's desk, and is told; twice within hours is the same visit. */
export const checkIn: TenantHandler<'CheckIn'> = {
  wants: (memory, { memberId }, { organisation }) => {
    const key = enrolleeKey.member(memberId);
    const person = memory.enrollees.peek(key);
    return [
      { shelf: memory.enrollees, key },
      { shelf: memory.links, key: linkKey.facility(organisation.id) },
      ...(person ? householdWants(memory, person) : []),
      ...(person?.principalId ? [{ shelf: memory.enrollees, key: enrolleeKey.id(person.principalId) }] : []),
      ...(person?.desk?.last ?? []).map(({ number }) => ({ shelf: memory.visits, key: number })),
    ];
  },
  decide: (input, context) => {
    const { memory, at, principal, random } = context;
    const facilityId = principal.organisation.id;
    const link = memory.links.get(linkKey.facility(facilityId));
    const today = todayOf(context);
    const person = whoIsHere(input, context);
    if (isRefusal(person)) return person;
    const no = notLinkedOn(memory, facilityId, principal, today);
    if (no || !link) return no ?? refuse('not_found', 'There is no such facility.');
    const same = sameVisit(person.desk?.last ?? [], facilityId, at);
    const before = same && memory.visits.get(same.number);
    const id = before?.id ?? memory.visitIds.next();
    const visit: Visit = before ?? {
      id,
      number: visitNumber(id, Number(today.slice(0, 4))),
      state: 'CHECKED_IN',
      version: 1,
      facilityId,
      facilityName: link.name,
      enrolleeId: person.id,
      memberId: person.memberId,
      enrolleeName: `${person.firstName} ${person.lastName}`,
      at,
      date: today,
      by: principal.name,
      how: input.card ? 'card' : 'typed',
      covered: isCovered(memory, person, today),
      answered: null,
    };
    if (!before) memory.visits.put(visit);
    memory.enrollees.put(leftWith(person, visit, input));
    const told = memory.enrollees.get(enrolleeKey.id(whomToAsk(person, today)));
    const { number, state } = visit;
    const news = { topic: 'check-ins', about: number, what: state } as const;
    return {
      outcome: { number, again: before !== null },
      subject: `visit:${visit.id}`,
      data: {
        number,
        state,
        enrollee: person.id,
        facility: facilityId,
        how: visit.how,
        ...membersData(
          before === null && told?.portal?.state === 'ACTIVE'
            ? tellMembers(news, person, [told.id], context)
            : [],
        ),
      },
      sealed: seal(person, { enrolleeName: visit.enrolleeName }, random(12)),
      did: {},
    };
  },
};
