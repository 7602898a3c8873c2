import type { MailTopic } from '../../schema/domain/members/member-notices.ts';
import { mailTopics } from '../../schema/domain/members/member-notices.ts';
import { paths } from '../../views/paths.ts';

/** What an e-mail about a notice says there is news of: never what the news is, nor whose. */
const newsOf: Readonly<Record<MailTopic, string>> = {
  claims: 'a claim',
  authorizations: 'a request',
  coverage: 'your cover',
  'check-ins': 'a visit',
};

const pageOf: Readonly<Record<MailTopic, (about: string) => string>> = {
  claims: paths.me.claim,
  authorizations: paths.me.authorization,
  coverage: () => paths.me.notices(),
  'check-ins': () => paths.me.checkIns(),
};

/** What a notice's message is about; null: of such a thing nobody gets an e-mail. */
export function readAbout(text: string): { topic: MailTopic; about: string } | null {
  const [named, about = ''] = text.split('|');
  const topic = mailTopics.find((each) => each === named);
  return topic ? { topic, about } : null;
}

/** That there is something to see, and where. `origin`: of the portal; null: nobody knows where that is. */
export function noticeMail(
  { topic, about }: { topic: MailTopic; about: string },
  insurer: string,
  origin: string | null,
) {
  const news = `There is news of ${newsOf[topic]}`;
  return {
    subject: news,
    text: [
      `${news}: sign in to see it.`,
      ...(origin === null ? [] : ['', `${origin}${pageOf[topic](about)}`]),
      '',
      'You are told by e-mail because you chose so. Change it under Notifications, “What you are told”.',
      ...(origin === null ? [] : [`${origin}${paths.me.notices()}#preferences`]),
      '',
      insurer,
    ].join('\n'),
  };
}

/** The way to a portal of one's own. `address`: the link, whole. */
export const invitationMail = (insurer: string, address: string) => ({
  subject: `Your own portal at ${insurer}`,
  text: [
    `${insurer} has made a portal for you: your card, what your cover pays, and your claims.`,
    '',
    'Open it here, with your birth date. The link works once, for 72 hours:',
    address,
    '',
    'If you are not covered there, this was sent to you by mistake: do nothing.',
    '',
    insurer,
  ].join('\n'),
});

/** The same as a text message, in as few words as there are. */
export const invitationText = (insurer: string, address: string): string =>
  `${insurer}: open your own portal with your birth date, within 72 hours: ${address}`;
