import { decideMove } from '../../../schema/domain/members/family-move.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { MovePlan } from '../../../schema/forms/members.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantHandler } from '../handler.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import { recordMoves } from '../moving.ts';
import { membersData, tellOfCover } from '../telling.ts';
import { todayOf } from '../today.ts';
import { peekPerson, personMeant, wantsPerson } from '../who.ts';

function wants(memory: TenantMemory, input: MovePlan): Want[] {
  const found = [...wantsPerson(memory, input), { shelf: memory.plans, key: input.plan }];
  const person = peekPerson(memory, input);
  if (!person) return found;
  found.push({ shelf: memory.clients, key: person.clientCode });
  const head = person.principalId ?? person.id;
  found.push({ shelf: memory.families, key: head });
  for (const { id } of memory.families.peek(head)?.members ?? [])
    found.push({ shelf: memory.enrollees, key: enrolleeKey.id(id) });
  return found;
}

function familyOf(memory: TenantMemory, { id, principalId }: Enrollee): Enrollee[] {
  const members = memory.families.get(principalId ?? id)?.members ?? [];
  return members.flatMap((member) => memory.enrollees.get(enrolleeKey.id(member.id)) ?? []);
}

/** Moves a person, and the family that stands as they do, to another plan from the next month on. */
export const movePlan: TenantHandler<'MovePlan'> = {
  wants,
  decide: ({ plan, withFamily, ...who }, context) => {
    const { memory } = context;
    const person = personMeant(memory, who);
    const client = person && memory.clients.get(person.clientCode);
    if (!person || !client) return refuse('not_found', 'There is nobody with this id.');
    const facts = {
      today: todayOf(context),
      plan: memory.plans.get(plan),
      client,
      family: familyOf(memory, person),
    };
    const move = decideMove(person, { plan, withFamily }, facts);
    if ('field' in move) return refuse('invalid', move.message, [move]);
    const before = new Map([person, ...facts.family].map((each) => [each.id, each]));
    const moves = move.people.map((after) => ({ before: before.get(after.id) ?? null, after }));
    for (const each of move.people) memory.enrollees.put(each);
    const { from, takenBack } = move;
    const moved = move.people.map(({ id }) => id);
    return {
      outcome: { enrolleeId: person.id, plan, from, takenBack, moved },
      subject: `enrollee:${person.id}`,
      data: {
        plan,
        from,
        takenBack,
        moved,
        ...membersData(tellOfCover(takenBack ? 'plan-kept' : 'plan', move.people, context)),
      },
      did: recordMoves(moves, context),
    };
  },
};
