import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { senderOf } from '../own-person.ts';

/** A covered person has seen their notices up to a number; the mark is theirs as a person, apart from an account's. */
export const markOwnNotices: TenantHandler<'MarkOwnNotices'> = {
  wants: () => [],
  decide: (input, { memory, principal, seq: next }) => {
    const person = senderOf(memory, principal);
    if (!person) return refuse('not_found', 'There is nothing of yours here.');
    const seq = Math.min(input.seq, next);
    memory.marks.add(person.id, seq);
    return { outcome: { seq }, subject: `enrollee:${person.id}`, data: { seq }, did: {} };
  },
};
