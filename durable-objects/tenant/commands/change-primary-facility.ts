import { coverDates } from '../../../schema/domain/members/cover-dates.ts';
import { choosePrimaryFacility } from '../../../schema/domain/members/primary-facility.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';
import { reachesPerson } from '../own-person.ts';
import { todayOf } from '../today.ts';
import { personMeant, wantsPerson } from '../who.ts';

const refused = (message: string) => refuse('invalid', message, [{ field: 'facilityId', message }]);

/** Another primary facility from the next month; the present one takes a change back. */
export const changePrimaryFacility: TenantHandler<'ChangePrimaryFacility'> = {
  wants: (memory, input) => [
    ...wantsPerson(memory, input),
    { shelf: memory.links, key: linkKey.facility(input.facilityId) },
  ],
  decide: ({ facilityId, ...who }, context) => {
    const { memory } = context;
    const person = personMeant(memory, who);
    if (!person || !reachesPerson(context, person))
      return refuse('not_found', 'There is nobody with this id.');
    if (memory.links.get(linkKey.facility(facilityId))?.state !== 'APPROVED')
      return refused('Choose a facility of the network.');
    const last = person.primaryFacilities.at(-1);
    const today = todayOf(context);
    if (last?.facilityId === facilityId) return refused(`It is this one already, from ${last.from} on.`);
    const coverFrom = coverDates(person.cover).from ?? today;
    const primaryFacilities = choosePrimaryFacility(person.primaryFacilities, facilityId, {
      today,
      coverFrom,
    });
    if (typeof primaryFacilities === 'string') return refused(primaryFacilities);
    memory.enrollees.put({ ...person, primaryFacilities });
    const from = primaryFacilities.at(-1)?.from ?? today;
    return {
      outcome: { enrolleeId: person.id, from },
      subject: `enrollee:${person.id}`,
      data: { facility: facilityId, from },
      did: {},
    };
  },
};
