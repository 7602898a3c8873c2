import type { EnrolleeView } from '../../../../schema/api/member-views.ts';
import type { CalendarDate } from '../../../../schema/domain/dates.ts';
import { coverDates, stateOn } from '../../../../schema/domain/members/cover-dates.ts';
import type { Enrollee } from '../../../../schema/domain/members/enrollee.ts';
import { masked } from '../../../../schema/domain/members/masked.ts';
import { planStanding } from '../../../../schema/domain/members/plan-move.ts';

/** An enrollee in the API's words, as they stand on a day. */
export function viewOfEnrollee(
  person: Enrollee,
  principal: Pick<Enrollee, 'externalId' | 'memberId'> | null,
  primaryFacilityExternalId: string | null,
  today: CalendarDate,
): EnrolleeView {
  const dates = coverDates(person.cover);
  const { now, next } = planStanding(person.plans, today);
  const moving = now ? next : null;
  return {
    externalId: person.externalId,
    memberId: person.memberId,
    clientCode: person.clientCode,
    relation: person.relation,
    principalExternalId: principal?.externalId ?? null,
    principalMemberId: principal?.memberId ?? null,
    firstName: person.firstName,
    lastName: person.lastName,
    birthDate: person.birthDate,
    sex: person.sex,
    phone: person.phone,
    email: person.email,
    deathDate: person.deathDate,
    coverFrom: dates.from ?? person.cover[0]?.from ?? today,
    coverTo: dates.to,
    cover: stateOn(dates, today),
    plan: (now ?? next)?.plan ?? null,
    nextPlan: moving?.plan ?? null,
    nextPlanFrom: moving?.from ?? null,
    nin: masked(person.nin),
    nhiaNumber: masked(person.nhiaNumber),
    transferred: person.transferred,
    primaryFacilityExternalId,
  };
}
