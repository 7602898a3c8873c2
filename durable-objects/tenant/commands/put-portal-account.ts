import { refuse } from '../../../schema/domain/refusal.ts';
import { seal } from '../../actor/seal.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';

/**
 * Gives a covered person the account of their own portal, or ends it; the directory is told, and open sockets of an account
 * that changes are closed. One account each: another one takes the place of the first.
 */
export const putPortalAccount: TenantHandler<'PutPortalAccount'> = {
  wants: (memory, { memberId }) => [{ shelf: memory.enrollees, key: enrolleeKey.member(memberId) }],
  decide: ({ memberId, accountId, email, state }, { memory, at, random }) => {
    const person = memory.enrollees.get(enrolleeKey.member(memberId));
    if (!person) return refuse('not_found', `There is nobody with the member id ${memberId}.`);
    const before = person.portal;
    memory.enrollees.put({ ...person, portal: { accountId, state, since: before?.since ?? at } });
    return {
      outcome: { enrolleeId: person.id, accountId },
      subject: `enrollee:${person.id}`,
      data: { accountId, state },
      sealed: seal(person, { email }, random(12)),
      did: before ? { changedAccount: before.accountId } : {},
    };
  },
};
