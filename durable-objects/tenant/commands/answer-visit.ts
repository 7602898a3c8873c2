import { neverAtDesk, withDenied } from '../../../schema/domain/members/at-desk.ts';
import { maySee } from '../../../schema/domain/members/may-see.ts';
import { enrolleeOf } from '../../../schema/domain/members/portal-id.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import { answerVisit as answered } from '../../../schema/domain/visits/answer-visit.ts';
import { seal } from '../../actor/seal.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { membersData } from '../telling.ts';
import { todayOf } from '../today.ts';

/**
 * The enrollee says whether they were there. Denied, whoever looks at risk is told, and what is claimed of that day at that
 * facility is looked at.
 */
export const answerVisit: TenantHandler<'AnswerVisit'> = {
  wants: (memory, { number }, { organisation }) => {
    const visit = memory.visits.peek(number);
    const who = enrolleeOf(organisation.id)?.enrolleeId;
    return [
      { shelf: memory.visits, key: number },
      ...[who, visit?.enrolleeId].flatMap((id) =>
        id === undefined ? [] : [{ shelf: memory.enrollees, key: enrolleeKey.id(id) }],
      ),
    ];
  },
  decide: ({ number, mine, reason = null }, context) => {
    const { memory, at, principal, random } = context;
    const visit = memory.visits.get(number);
    const who = memory.enrollees.get(enrolleeKey.id(enrolleeOf(principal.organisation.id)?.enrolleeId ?? ''));
    const person = visit && memory.enrollees.get(enrolleeKey.id(visit.enrolleeId));
    if (!visit || !who || !person || !maySee(who, person, todayOf(context)))
      return refuse('not_found', `There is no visit ${number}.`);
    const after = answered(visit, { mine, by: who.id, at, reason });
    const isNew = after !== visit;
    if (isNew) memory.visits.put(after);
    const { facilityId, date, state } = after;
    if (isNew && state === 'DENIED') {
      const denied = withDenied(person.desk ?? neverAtDesk, { facilityId, date, number });
      memory.enrollees.put({ ...person, desk: denied });
    }
    return {
      outcome: { number, state },
      subject: `visit:${visit.id}`,
      data: {
        number,
        state,
        enrollee: person.id,
        facility: facilityId,
        ...membersData(isNew ? [{ to: [who.id], topic: 'check-ins', about: number, what: state }] : []),
      },
      sealed: reason === null ? null : seal(person, { text: reason }, random(12)),
      ...(isNew && state === 'DENIED'
        ? {
            notice: {
              kind: 'visit-denied',
              audience: 'risk.view',
              subject: person.memberId,
              data: { facility: after.facilityName },
            },
          }
        : {}),
      did: {},
    };
  },
};
