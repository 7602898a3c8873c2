import type { DeniedInMonth } from '../../schema/domain/members/client-news.ts';
import { monthWords } from '../../views/hmo/piles/words.ts';

/** What a client's HR is told of its people's reports: how many and of which month; never whose, where, when or for what. */
export function clientMail({ month, visits }: DeniedInMonth, client: string, insurer: string) {
  const named = monthWords(month);
  const many = visits === 1 ? '1 visit' : `${visits} visits`;
  return {
    subject: `${many} of ${named} reported as not theirs`,
    text: [
      `Of ${named}, ${many} in the name of somebody covered through ${client} ${visits === 1 ? 'was' : 'were'} reported to us as not theirs.`,
      '',
      'We look into each report and hold its payment; nobody’s care waits for it. We do not say whose name, which facility or',
      'what it was for, not even to you: please do not ask your people. There is nothing that you have to do.',
      '',
      insurer,
    ].join('\n'),
  };
}
