import type { CoverStep } from '../../../schema/domain/cover/cover.ts';
import { reviewFrom } from '../../../schema/domain/members/backdating.ts';
import { type CoverVerb, changeCover } from '../../../schema/domain/members/cover-change.ts';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import { holds } from '../../actor/authorize.ts';
import { seal } from '../../actor/seal.ts';
import { putInFamily } from '../family.ts';
import type { TenantHandler } from '../handler.ts';
import { membersData, tellOfCover, wantsTold } from '../telling.ts';
import { todayOf } from '../today.ts';
import { peekPerson, personMeant, wantsPerson } from '../who.ts';

/** To end a cover, or to take its end back, is one permission; to suspend and go on is another. */
function wanted(change: CoverVerb, cover: readonly CoverStep[], from: string): Permission {
  const last = cover.at(-1);
  const ended = change === 'reinstate' && last?.state === 'TERMINATED' && last.from <= from;
  return change === 'terminate' || ended ? 'enrollee.terminate' : 'enrollee.suspend';
}

/** Suspends, reinstates or ends a person's cover. Those who depend on a principal follow without a word in their rows. */
export const setEnrolleeCover: TenantHandler<'SetEnrolleeCover'> = {
  wants: (memory, input) => {
    const principalId = peekPerson(memory, input)?.principalId;
    const family = principalId ? [{ shelf: memory.families, key: principalId }] : [];
    const person = peekPerson(memory, input);
    const told = person ? wantsTold(memory, person.id) : [];
    return [...wantsPerson(memory, input), ...family, ...told];
  },
  decide: ({ change, from, reason, ...who }, context) => {
    const { memory, principal, at, random } = context;
    const person = personMeant(memory, who);
    if (!person) return refuse('not_found', 'There is nobody with this id.');
    if (!holds(memory.people, principal, wanted(change, person.cover, from)))
      return refuse('forbidden', `Your role does not let you ${change} anybody's cover.`);
    const today = todayOf(context);
    const cover = changeCover(person.cover, { change, from, reason }, { today, at });
    if ('field' in cover) return refuse('invalid', cover.message, [cover]);
    const changed = { ...person, cover };
    memory.enrollees.put(changed);
    putInFamily(memory, changed);
    return {
      outcome: { enrolleeId: person.id, change, from, reviewFrom: reviewFrom(person.cover, cover, today) },
      subject: `enrollee:${person.id}`,
      data: {
        change,
        from,
        backDated: from < today,
        ...membersData(tellOfCover(change, [changed], context)),
      },
      sealed: seal(person, { reason }, random(12)),
      did: {},
    };
  },
};
