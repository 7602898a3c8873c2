import type { MemberTopic } from '../../schema/domain/members/member-news.ts';

const words: Readonly<Record<MemberTopic, Readonly<Record<string, string>>>> = {
  alerts: { asked: 'asks whether a visit was yours' },
  authorizations: {
    APPROVED: 'was approved',
    PARTIALLY_APPROVED: 'was approved in part',
    REJECTED: 'was not approved',
    JUDGED_AGAIN: 'was judged again under your new plan',
  },
  claims: {
    SUBMITTED: 'was sent to your insurer',
    QUERIED: 'has a question for the provider',
    APPROVED: 'was approved',
    REJECTED: 'was not approved',
    SETTLED: 'was paid',
  },
  coverage: {
    family: 'has one more dependant',
    suspend: 'is suspended',
    reinstate: 'goes on again',
    terminate: 'ends',
    contract: 'has other dates',
    plan: 'moves to another plan',
    'plan-kept': 'stays on its plan',
  },
  'check-ins': { CHECKED_IN: 'was opened at a provider’s desk' },
  exports: {},
};

const things: Readonly<Record<MemberTopic, string>> = {
  alerts: 'Emergency request',
  authorizations: 'Request',
  claims: 'Claim',
  coverage: 'Cover',
  'check-ins': 'Visit',
  exports: 'Your data',
};

/** One notice in a sentence; a cover is nobody's number. */
export function myNoticeWords(topic: MemberTopic, about: string, what: string): string {
  const thing = topic === 'coverage' ? things.coverage : `${things[topic]} ${about}`;
  return `${thing} ${words[topic][what] ?? 'changed'}`;
}
