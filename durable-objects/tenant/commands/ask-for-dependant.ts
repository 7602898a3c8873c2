import type { TenantCommands } from '../../../schema/commands.ts';
import { withAsked } from '../../../schema/domain/members/dependant-asked.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import { decideEnrolment } from '../../../schema/domain/members/enrolment.ts';
import { enrolleeOf } from '../../../schema/domain/members/portal-id.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import { seal } from '../../actor/seal.ts';
import { enrolmentFacts, wantsForEnrolment } from '../enrolment-facts.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { senderOf } from '../own-person.ts';
import { todayOf } from '../today.ts';

type Asked = Pick<
  TenantCommands['AskForDependant']['input'],
  'relation' | 'firstName' | 'lastName' | 'birthDate' | 'sex'
>;

/** The same as an enrolment: what staff would say of such a dependant. */
export const enrolmentOf = (
  { relation, firstName, lastName, birthDate, sex }: Asked,
  principal: Pick<Enrollee, 'memberId' | 'clientCode'>,
  coverFrom: string,
): PutEnrollee => ({
  clientCode: principal.clientCode,
  relation,
  principalMemberId: principal.memberId,
  firstName,
  lastName,
  birthDate,
  sex,
  coverFrom: coverFrom < birthDate ? birthDate : coverFrom,
});

/** A principal asks to add a dependant; what their plan would refuse is refused at once, with the rule. */
export const askForDependant: TenantHandler<'AskForDependant'> = {
  wants: (memory, input, { organisation }) => {
    const own = enrolleeOf(organisation.id);
    const person = own && memory.enrollees.peek(enrolleeKey.id(own.enrolleeId));
    return person ? wantsForEnrolment(memory, enrolmentOf(input, person, input.birthDate)) : [];
  },
  decide: (input, context) => {
    const { memory, principal, at, random } = context;
    const person = senderOf(memory, principal);
    if (!person) return refuse('not_found', 'There is nothing of yours here.');
    if (person.relation !== 'principal')
      return refuse('forbidden', 'Only the principal of a family can ask to add somebody.');
    const enrolment = enrolmentOf(input, person, todayOf(context));
    const possible = decideEnrolment(
      enrolment,
      enrolmentFacts(enrolment, context, () => true),
    );
    if (isRefusal(possible)) return possible;
    const { requestId: id, ...said } = input;
    const asked = withAsked(person.asked, { id, ...said, askedAt: at });
    if (isRefusal(asked)) return asked;
    memory.enrollees.put({ ...person, asked });
    return {
      outcome: { requestId: id, state: 'WAITING' },
      subject: `enrollee:${person.id}`,
      data: { request: id, relation: input.relation },
      sealed: seal(person, said, random(12)),
      notice: { kind: 'dependant-asked', audience: 'enrollee.create', subject: person.memberId, data: {} },
      did: {},
    };
  },
};
