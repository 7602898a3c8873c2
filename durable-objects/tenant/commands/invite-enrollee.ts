import { invitation_ms } from '../../../schema/domain/members/invitation.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import { seal } from '../../actor/seal.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';

const email = 'Enter their e-mail address first: it is what they will sign in with.';

/** Invites a covered person to their own portal: a link that works once, for 72 hours; one sent before works no more. */
export const inviteEnrollee: TenantHandler<'InviteEnrollee'> = {
  wants: (memory, { memberId }) => [{ shelf: memory.enrollees, key: enrolleeKey.member(memberId) }],
  decide: ({ memberId, tokenHash }, { memory, at, random }) => {
    const person = memory.enrollees.get(enrolleeKey.member(memberId));
    if (!person) return refuse('not_found', 'There is nobody with this member id.');
    if (person.portal?.state === 'ACTIVE')
      return refuse('wrong_state', 'They have a portal of their own and can sign in.');
    if (person.deathDate !== null) return refuse('wrong_state', 'This person has died.');
    if (person.email === null) return refuse('invalid', email, [{ field: 'email', message: email }]);
    const expiresAt = at + invitation_ms;
    const invitation = { tokenHash, email: person.email.toLowerCase(), at, expiresAt, usedAt: null };
    memory.enrollees.put({ ...person, invitation });
    return {
      outcome: { enrolleeId: person.id, email: invitation.email, expiresAt },
      subject: `enrollee:${person.id}`,
      data: { expiresAt },
      sealed: seal(person, { email: invitation.email }, random(12)),
      did: {},
    };
  },
};
