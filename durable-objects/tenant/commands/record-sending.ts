import { withoutBrowser } from '../../../schema/domain/notifications/browser.ts';
import { attempted } from '../../../schema/domain/notifications/sending.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';

/** What became of an attempt: a browser that is gone is forgotten; what is given up by mail or text message, staff are told. */
export const recordSending: TenantHandler<'RecordSending'> = {
  wants: (memory, { id }) => {
    const before = memory.sendings.peek(id);
    return [
      { shelf: memory.sendings, key: id },
      ...(before ? [{ shelf: memory.browsers, key: before.to }] : []),
      ...(before?.kind === 'invitation' ? [{ shelf: memory.enrollees, key: enrolleeKey.id(before.to) }] : []),
    ];
  },
  decide: ({ id, attempt, outcome, fault }, { memory, at }) => {
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
    // A notice stands under the bell, whatever became of its e-mail; what asks, or invites, has no other way.
    const isLost = state === 'FAILED' && channel !== 'push' && kind !== 'notice';
    const invited = kind === 'invitation' ? (memory.enrollees.get(enrolleeKey.id(to))?.memberId ?? '') : null;
    return {
      outcome: { id, state },
      subject: `sending:${id}`,
      data: { kind, about, channel, outcome, fault, attempt },
      ...(isLost
        ? {
            notice: {
              kind: invited === null ? 'not-sent' : 'invitation-not-sent',
              audience: invited === null ? 'settings.view' : 'enrollee.update',
              subject: invited ?? about,
              data: { channel },
            },
          }
        : {}),
      did: {},
    };
  },
};
