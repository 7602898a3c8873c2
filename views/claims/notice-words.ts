import { requestNoticeWords } from '../authorizations/news-words.ts';
import { isLinkNews, linkNewsWords } from '../network/link-words.ts';

const words: Readonly<Record<string, string>> = {
  submitted: 'was submitted',
  received: 'was received',
  queried: 'has a query to answer',
  reminded: 'still has a query to answer',
  'due-soon': 'is due soon',
  late: 'is late',
  'due-soon-many': 'are due soon',
  'late-many': 'are late',
  resubmitted: 'was answered and is back',
  approved: 'was approved',
  proposed: 'has a decision to confirm',
  confirmed: 'was approved as you proposed',
  declined: 'came back: your proposal was declined',
  reassigned: 'was reassigned',
  rejected: 'was rejected',
  reopened: 'was reopened',
  settled: 'was settled',
  withdrawn: 'was withdrawn',
  'authorization-requested': 'asks for a decision',
  'authorization-proposed': 'has a decision to confirm',
  'authorization-confirmed': 'was decided as you proposed',
  'authorization-declined': 'came back: your proposal was declined',
  'authorization-decided': 'was decided',
  'authorization-appealed': 'was appealed',
  'authorization-appeal-decided': 'has its appeal decided',
  'dependant-asked': 'asks to add a dependant',
  suspicious: 'was submitted and looks suspicious',
  'visit-denied': 'says that a check-in was not theirs',
  'not-me': 'is not theirs, its enrollee says: it is looked into',
  'authorization-ring': 'is an emergency whose enrollee only a call can reach: ring them',
  'not-sent': 'could not be told to its enrollee by the channel that is set up',
  'invitation-not-sent': 'could not be sent their invitation: hand the link over',
  'client-not-told':
    'could not be told by e-mail that visits of its people are reported as not theirs: call its HR',
  'investigation-opened': 'was opened',
  'investigation-confirmed': 'was confirmed',
  'investigation-cleared': 'was cleared',
  'claims-held': 'holds its claims',
  'facility-held': 'holds all claims of a facility',
  'practitioner-held': 'holds all claims of a practitioner',
};

/** What a notice of this kind says of its claim, or of a link. */
export const noticeWords = (kind: string): string =>
  isLinkNews(kind)
    ? linkNewsWords[kind]
    : (words[kind.toLowerCase()] ?? requestNoticeWords[kind] ?? 'changed');
