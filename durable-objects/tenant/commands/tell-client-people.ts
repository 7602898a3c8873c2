import type { ToldMembers } from '../../../schema/domain/members/member-news.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { membersData, tellMembers } from '../telling.ts';
import { todayOf } from '../today.ts';

/**
 * Tells some of a client's people that their cover is another with the client's. Each is told of their own, once; a dependant
 * without an account hears of it from whom they depend on. Whose own cover ended before has nothing to hear.
 */
export const tellClientPeople: TenantHandler<'TellClientPeople'> = {
  wants: ({ enrollees }, { people }) => people.map((id) => ({ shelf: enrollees, key: enrolleeKey.id(id) })),
  decide: ({ code, what, people }, context) => {
    const today = todayOf(context);
    const told = people.flatMap((id): ToldMembers[] => {
      const person = context.memory.enrollees.get(enrolleeKey.id(id));
      if (person?.clientCode !== code || person.portal?.state !== 'ACTIVE') return [];
      if (person.cover.findLast(({ from }) => from <= today)?.state === 'TERMINATED') return [];
      return tellMembers({ topic: 'coverage', about: id, what }, person, [id], context);
    });
    return {
      outcome: { told: told.length },
      subject: `client:${code}`,
      data: { people: told.length, ...membersData(told) },
      did: {},
    };
  },
};
