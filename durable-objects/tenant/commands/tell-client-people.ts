import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { tellMembers } from '../telling.ts';
import { todayOf } from '../today.ts';

/**
 * Tells some of a client's people that their cover is another with the client's. Each is told of their own, once; a dependant
 * without an account hears of it from whom they depend on. Whose own cover ended before has nothing to hear. It stands under
 * the bell on the next page they open, and in an e-mail for who wants that: thousands of people's actors, of whom hardly any
 * has a page open, are not woken for it.
 */
export const tellClientPeople: TenantHandler<'TellClientPeople'> = {
  wants: ({ enrollees }, { people }) => people.map((id) => ({ shelf: enrollees, key: enrolleeKey.id(id) })),
  decide: ({ code, what, people }, context) => {
    const today = todayOf(context);
    const told = people.flatMap((id) => {
      const person = context.memory.enrollees.get(enrolleeKey.id(id));
      if (person?.clientCode !== code || person.portal?.state !== 'ACTIVE') return [];
      if (person.cover.findLast(({ from }) => from <= today)?.state === 'TERMINATED') return [];
      return tellMembers({ topic: 'coverage', about: id, what }, person, [id], context);
    });
    return {
      outcome: { told: told.length },
      subject: `client:${code}`,
      data: { what, people: told.length },
      did: {},
    };
  },
};
