import { invitation_ms, invitedBy } from '../../../schema/domain/members/invitation.ts';
import { sending } from '../../../schema/domain/notifications/sending.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import { seal } from '../../actor/seal.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';

const email = 'Enter their e-mail address first: it is what they will sign in with.';

/**
 * Invites a covered person to their own portal: a link that works once, for 72 hours, and is sent where the insurer sends
 * anything; one sent before works no more.
 */
export const inviteEnrollee: TenantHandler<'InviteEnrollee'> = {
  wants: (memory, { memberId }) => [{ shelf: memory.enrollees, key: enrolleeKey.member(memberId) }],
  decide: ({ memberId, tokenHash, secretId: about }, { memory, at, random, newId }) => {
    const person = memory.enrollees.get(enrolleeKey.member(memberId));
    if (!person) return refuse('not_found', 'There is nobody with this member id.');
    if (person.portal?.state === 'ACTIVE')
      return refuse('wrong_state', 'They have a portal of their own and can sign in.');
    if (person.deathDate !== null) return refuse('wrong_state', 'This person has died.');
    if (person.email === null) return refuse('invalid', email, [{ field: 'email', message: email }]);
    const expiresAt = at + invitation_ms;
    const invitation = { tokenHash, email: person.email.toLowerCase(), at, expiresAt, usedAt: null };
    memory.enrollees.put({ ...person, invitation });
    const channels = memory.settings.get(only)?.channels;
    const ways = { email: Boolean(channels?.email), sms: Boolean(channels?.sms) };
    const channel = invitedBy(ways, person);
    const message = { kind: 'invitation', to: person.id, about, endpoint: null } as const;
    if (channel !== null) memory.sendings.put(sending({ ...message, id: newId(), channel }, at));
    return {
      outcome: { enrolleeId: person.id, email: invitation.email, expiresAt, sent: channel },
      subject: `enrollee:${person.id}`,
      data: { expiresAt, channel },
      sealed: seal(person, { email: invitation.email }, random(12)),
      did: {},
    };
  },
};
