import type { Moment } from '../dates.ts';

/** What of an enrollee's can move; the names are what open pages say they look at. */
export const memberTopics = [
  'alerts',
  'authorizations',
  'claims',
  'coverage',
  'check-ins',
  'exports',
] as const;
/** One of them. */
export type MemberTopic = (typeof memberTopics)[number];

/** Whom a journal entry tells in their own portal: it stands in the entry, so that it can be told again. */
export interface ToldMembers {
  /** enrollee ids; each of them has an account */
  to: readonly string[];
  topic: MemberTopic;
  /** the number of the claim or the request; the enrollee's id of whose cover it is */
  about: string;
  /** a state or a kind of news, never a sentence */
  what: string;
}

/** One message from an insurer to one person's own actor: numbers and states, no name and nothing clinical. */
export interface MemberNews extends Omit<ToldMembers, 'to'> {
  /** the insurer's journal number */
  seq: number;
  at: Moment;
}

const isTopic = (text: string): text is MemberTopic => memberTopics.some((topic) => topic === text);

/** The news as one word of a delivery. */
export const newsWord = ({ topic, about, what }: Omit<ToldMembers, 'to'>): string =>
  `${topic}|${about}|${what}`;

/** The news again; null where the text is none. */
export function readNewsWord(text: string): Omit<ToldMembers, 'to'> | null {
  const [topic = '', about = '', what = ''] = text.split('|');
  return isTopic(topic) ? { topic, about, what } : null;
}

/** What a message about the news is about: its topic, and the number or the person. */
export const newsAbout = ({ topic, about }: Pick<ToldMembers, 'topic' | 'about'>): string =>
  `${topic}|${about}`;

/** Whether somebody waits for it in front of their screen: it sets out before everything else. */
export const isUrgent = (text: string): boolean => text.startsWith('alerts|');
