import { askedStill, withAnswer } from '../../../schema/domain/members/dependant-asked.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { seal } from '../../actor/seal.ts';
import { wantsForEnrolment } from '../enrolment-facts.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { enrolmentOf } from './ask-for-dependant.ts';
import { putEnrollee } from './put-enrollee.ts';

const nobody = () => refuse('not_found', 'There is nobody with this member id.');

/** Staff answer a principal who asked to add a dependant: enrolled by the present rules, or declined with a reason. */
export const answerDependant: TenantHandler<'AnswerDependant'> = {
  wants: (memory, { memberId, requestId, coverFrom }) => {
    const key = enrolleeKey.member(memberId);
    const person = memory.enrollees.peek(key);
    const asked = person?.asked.find(({ id }) => id === requestId);
    const enrolment =
      person && asked && coverFrom !== null
        ? wantsForEnrolment(memory, enrolmentOf(asked, person, coverFrom))
        : [];
    return [{ shelf: memory.enrollees, key }, ...enrolment];
  },
  decide: ({ memberId, requestId: id, coverFrom, reason }, context) => {
    const { memory, at, random } = context;
    const person = memory.enrollees.get(enrolleeKey.member(memberId));
    if (!person) return nobody();
    const asked = askedStill(person.asked, id);
    if (isRefusal(asked)) return asked;
    if (coverFrom === null) {
      memory.enrollees.put({ ...person, asked: withAnswer(person.asked, { id, at, answer: { reason } }) });
      return {
        outcome: { requestId: id, state: 'DECLINED', enrolled: null },
        subject: `enrollee:${person.id}`,
        data: { request: id, state: 'DECLINED' },
        sealed: seal(person, { reason }, random(12)),
        did: {},
      };
    }
    const enrolled = putEnrollee.decide(enrolmentOf(asked, person, coverFrom), context);
    if (isRefusal(enrolled)) return enrolled;
    const answer = { memberId: enrolled.outcome.memberId };
    memory.enrollees.put({ ...person, asked: withAnswer(person.asked, { id, at, answer }) });
    return {
      ...enrolled,
      data: { ...enrolled.data, request: id, state: 'APPROVED' },
      outcome: { requestId: id, state: 'APPROVED', enrolled: answer.memberId },
    };
  },
};
