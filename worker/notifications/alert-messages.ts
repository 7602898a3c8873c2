import { localTime } from '../../schema/domain/dates.ts';
import { type AskedVisit, noWords, questionOf, yesWords } from '../../views/enrollee/alerts/alert-words.tsx';
import { paths } from '../../views/paths.ts';

/** `Sunrise Clinic, Ikeja, 26 Nov 2026 10:42`: who, where, when, and nothing of what for. */
function visitOf({ facility, place, at, zone }: AskedVisit): string {
  const local = localTime(zone, at);
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return [facility, ...(place === '' ? [] : [place]), `${day} ${local.slice(11, 16)}`].join(', ');
}

/** What a notification says; `link` answers, for whoever holds the phone. */
export const pushOf = (visit: AskedVisit, token: string): Record<string, string> => ({
  tag: visit.number,
  title: questionOf(visit),
  body: visitOf(visit),
  yes: yesWords(visit),
  no: noWords(visit),
  link: paths.alerts.link(token),
  href: paths.alerts.one(visit.number),
});

/** What a mail says. `address`: the link, whole; null: nobody knows where the portal is. */
export const mailOf = (visit: AskedVisit, insurer: string, address: string | null) => ({
  subject: questionOf(visit),
  text: [
    `An emergency was reported on ${visit.whose === null ? 'your' : `${visit.whose}’s`} cover:`,
    '',
    visitOf(visit),
    '',
    questionOf(visit),
    ...(address === null
      ? ['Sign in to your portal to answer.']
      : [`Answer here, without signing in: “${yesWords(visit)}” or “${noWords(visit)}”.`, address]),
    '',
    'Opening the link changes nothing. If nobody answers, nothing is assumed. Care is never stopped.',
    '',
    insurer,
  ].join('\n'),
});

/** What a text message says, in as few words as there are. */
export const smsOf = (visit: AskedVisit, insurer: string): string =>
  `${insurer}: emergency reported at ${visitOf(visit)}. ${questionOf(visit)} Answer 1 yes, 2 not.`;
