import { mutableTopics } from '../../../schema/domain/members/member-notices.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { senderOf } from '../own-person.ts';

/** What a covered person wants no notices of. */
export const putNoticePreferences: TenantHandler<'PutNoticePreferences'> = {
  wants: () => [],
  decide: ({ off }, { memory, principal }) => {
    const person = senderOf(memory, principal);
    if (!person) return refuse('not_found', 'There is nothing of yours here.');
    const noticesOff = mutableTopics.filter((topic) => off.includes(topic));
    memory.enrollees.put({ ...person, noticesOff });
    const outcome = { enrolleeId: person.id };
    return { outcome, subject: `enrollee:${person.id}`, data: { off: noticesOff }, did: {} };
  },
};
