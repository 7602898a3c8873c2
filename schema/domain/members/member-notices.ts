import type { Enrollee } from './enrollee.ts';
import type { MemberTopic, ToldMembers } from './member-news.ts';

/** What somebody may want no notices of; alerts and check-ins tell of what is suspicious, and are always told (people.md). */
export const mutableTopics = ['claims', 'authorizations', 'coverage'] as const;
/** One of them. */
export type MutableTopic = (typeof mutableTopics)[number];

/** Of what somebody may want an e-mail as well; an alert is put to them in every way there is, without being asked. */
export const mailTopics = [...mutableTopics, 'check-ins'] as const;
/** One of them. */
export type MailTopic = (typeof mailTopics)[number];

/** What of each is worth a notice; everything else only moves what is on open pages. */
const noticed: Readonly<Record<MemberTopic, readonly string[]>> = {
  alerts: ['asked'],
  authorizations: ['APPROVED', 'PARTIALLY_APPROVED', 'REJECTED', 'JUDGED_AGAIN'],
  claims: ['SUBMITTED', 'QUERIED', 'APPROVED', 'REJECTED', 'SETTLED'],
  coverage: ['family', 'suspend', 'reinstate', 'terminate', 'contract', 'plan', 'plan-kept'],
  'check-ins': ['CHECKED_IN'],
  exports: [],
};

/** What of a piece of news says whether it is a notice. */
type Said = Pick<ToldMembers, 'topic' | 'what'>;

/** Whether it stands under the bell. */
export const isNoticed = ({ topic, what }: Said): boolean => noticed[topic].includes(what);

/** Whether somebody gets a notice of it: those with an account of their own, of what they have not turned off. */
export const wantsNotice = (
  { portal, noticesOff }: Pick<Enrollee, 'portal' | 'noticesOff'>,
  { topic, what }: Said,
): boolean =>
  portal?.state === 'ACTIVE' && isNoticed({ topic, what }) && !noticesOff.some((off) => off === topic);

/** Whether they want an e-mail of a notice that they get, and have an address. */
export const wantsMail = (
  { email, noticesByMail }: Pick<Enrollee, 'email' | 'noticesByMail'>,
  { topic }: Pick<Said, 'topic'>,
): boolean => email !== null && noticesByMail.some((each) => each === topic);
