import { insteadOfPush } from '../../../schema/domain/authorizations/ask-enrollee.ts';
import { type Sending, sending } from '../../../schema/domain/notifications/sending.ts';
import type { Want } from '../../actor/book.ts';
import type { Notice } from '../../actor/journal.ts';
import type { TenantContext } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { authorizationWants, peekAuthorization } from '../on-authorization.ts';

const isAsking = ({ kind, channel }: Sending): boolean => kind === 'alert' && channel === 'push';

/** Who was asked, and about what, where a phone may turn out not to be told. */
export const insteadWants = (memory: TenantMemory, one: Sending): Want[] =>
  isAsking(one)
    ? [{ shelf: memory.enrollees, key: enrolleeKey.id(one.to) }, ...authorizationWants(memory, one.about)]
    : [];

/**
 * The last phone of whoever is asked takes no notifications any more, and no text message went out because one did: it goes out
 * now, or staff are to ring.
 */
export function askInstead(one: Sending, { memory, newId, at }: TenantContext): Notice | null {
  const { to, about, endpoint, state } = one;
  const person = memory.enrollees.peek(enrolleeKey.id(to));
  const channels = memory.settings.get(only)?.channels;
  const request = peekAuthorization(memory, about);
  const others = (memory.browsers.get(to)?.browsers ?? []).filter((each) => each.endpoint !== endpoint);
  const waits = isAsking(one) && state === 'FAILED' && request?.alert?.state === 'ASKED';
  if (!waits || others.length > 0 || !person || !channels) return null;
  const way = insteadOfPush(person, { email: channels.email !== null, sms: channels.sms !== null });
  if (way === 'sms') {
    const message = { id: newId(), kind: 'alert', channel: way, to, about, endpoint: null } as const;
    memory.sendings.put(sending(message, at));
  }
  return way === 'call'
    ? {
        kind: 'authorization-ring',
        audience: 'authorization.decide',
        subject: about,
        data: { facility: request.facilityName },
      }
    : null;
}
