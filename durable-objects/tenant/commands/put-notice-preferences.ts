import { mailTopics, mutableTopics } from '../../../schema/domain/members/member-notices.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { senderOf } from '../own-person.ts';

/** What a covered person wants no notices of, and of what an e-mail as well. */
export const putNoticePreferences: TenantHandler<'PutNoticePreferences'> = {
  wants: () => [],
  decide: ({ off, mail }, { memory, principal }) => {
    const person = senderOf(memory, principal);
    if (!person) return refuse('not_found', 'There is nothing of yours here.');
    const noticesOff = mutableTopics.filter((topic) => off.includes(topic));
    const isOff = (topic: string) => noticesOff.some((each) => each === topic);
    const noticesByMail = mailTopics.filter((topic) => mail.includes(topic) && !isOff(topic));
    memory.enrollees.put({ ...person, noticesOff, noticesByMail });
    const outcome = { enrolleeId: person.id };
    return {
      outcome,
      subject: `enrollee:${person.id}`,
      data: { off: noticesOff, mail: noticesByMail },
      did: {},
    };
  },
};
