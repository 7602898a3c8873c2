import { phoneKey } from '../../../schema/domain/members/phone.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import { seal } from '../../actor/seal.ts';
import type { TenantHandler } from '../handler.ts';
import { senderOf } from '../own-person.ts';

const unreachable = 'Write the telephone number in 7–15 digits, for example +234 803 555 0142.';

/** How a covered person is reached, as they say themselves. */
export const putOwnDetails: TenantHandler<'PutOwnDetails'> = {
  wants: () => [],
  decide: ({ phone, email }, { memory, principal, random }) => {
    const person = senderOf(memory, principal);
    if (!person) return refuse('not_found', 'There is nothing of yours here.');
    if (phone !== null && phoneKey(phone) === null)
      return refuse('invalid', unreachable, [{ field: 'phone', message: unreachable }]);
    memory.enrollees.put({ ...person, phone, email });
    return {
      outcome: { enrolleeId: person.id },
      subject: `enrollee:${person.id}`,
      data: {
        changed: [phone === person.phone ? [] : 'phone', email === person.email ? [] : 'email'].flat(),
      },
      sealed: seal(person, { phone, email }, random(12)),
      did: {},
    };
  },
};
