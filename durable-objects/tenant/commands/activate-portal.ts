import { standingOf } from '../../../schema/domain/members/invitation.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';

/** Uses an invitation: the person has shown that it is theirs, and from now on their account opens their portal. */
export const activatePortal: TenantHandler<'ActivatePortal'> = {
  wants: (memory, { enrolleeId }) => [{ shelf: memory.enrollees, key: enrolleeKey.id(enrolleeId) }],
  decide: ({ enrolleeId, tokenHash, accountId }, { memory, at }) => {
    const person = memory.enrollees.get(enrolleeKey.id(enrolleeId));
    const invitation = person?.invitation ?? null;
    if (!person || !invitation || standingOf(invitation, tokenHash, at) !== 'works')
      return refuse('wrong_state', 'This link works no more. Ask your insurer for a new one.');
    const before = person.portal;
    memory.enrollees.put({
      ...person,
      portal: { accountId, state: 'ACTIVE', since: at },
      invitation: { ...invitation, usedAt: at },
    });
    return {
      outcome: { enrolleeId, accountId },
      subject: `enrollee:${enrolleeId}`,
      data: { accountId, state: 'ACTIVE' },
      did: before ? { changedAccount: before.accountId } : {},
    };
  },
};
