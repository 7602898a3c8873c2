import { withoutBrowser } from '../../../schema/domain/notifications/browser.ts';
import { attempted, type Sending } from '../../../schema/domain/notifications/sending.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { Notice } from '../../actor/journal.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import { askInstead, insteadWants } from '../notifying/instead-of-push.ts';

/**
 * What staff are told of a message that was given up. A notice stands under the bell, whatever became of its e-mail; what asks,
 * invites, or goes to a client has no other way.
 */
function lostOf(
  { kind, to, about }: Sending,
  memory: TenantMemory,
): Pick<Notice, 'kind' | 'audience' | 'subject'> | null {
  switch (kind) {
    case 'notice':
      return null;
    case 'alert':
      return { kind: 'not-sent', audience: 'settings.view', subject: about };
    case 'invitation': {
      const subject = memory.enrollees.get(enrolleeKey.id(to))?.memberId ?? '';
      return { kind: 'invitation-not-sent', audience: 'enrollee.update', subject };
    }
    case 'client':
      return { kind: 'client-not-told', audience: 'client.update', subject: to };
  }
}

/** What became of an attempt: a browser that is gone is forgotten; what is given up by mail or text message, staff are
 * told; where no phone of whoever is asked is told any more, another way is taken. */
export const recordSending: TenantHandler<'RecordSending'> = {
  wants: (memory, { id }) => {
    const before = memory.sendings.peek(id);
    return [
      { shelf: memory.sendings, key: id },
      ...(before ? [{ shelf: memory.browsers, key: before.to }, ...insteadWants(memory, before)] : []),
      ...(before?.kind === 'invitation' ? [{ shelf: memory.enrollees, key: enrolleeKey.id(before.to) }] : []),
    ];
  },
  decide: ({ id, attempt, outcome, fault }, context) => {
    const { memory, at } = context;
    const before = memory.sendings.get(id);
    if (!before) return refuse('not_found', 'There is no such message.');
    if (before.state !== 'WAITING' || before.attempts !== attempt)
      return refuse('wrong_state', 'This attempt is on record.');
    const after = attempted(before, { outcome, fault, at });
    memory.sendings.put(after);
    const { kind, channel, endpoint, to, about, state } = after;
    const person = memory.browsers.get(to);
    if (outcome === 'gone' && endpoint !== null && person)
      memory.browsers.put(withoutBrowser(person, endpoint));
    const ring = askInstead(after, context);
    const lost = state === 'FAILED' && channel !== 'push' ? lostOf(after, memory) : null;
    return {
      outcome: { id, state },
      subject: `sending:${id}`,
      data: { kind, about, channel, outcome, fault, attempt },
      ...(lost ? { notice: { ...lost, data: { channel } } } : {}),
      ...(ring ? { notice: ring } : {}),
      did: {},
    };
  },
};
