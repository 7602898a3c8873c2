import type { Moment } from '../dates.ts';
import type { Consent } from './enrollee.ts';
import { hasConsented, seenByPrincipal } from './may-see.ts';

/** What an enrollee can agree to in their portal, in the words they are shown; a change of words is a new version. */
export interface ConsentText {
  to: string;
  version: string;
  title: string;
  text: string;
}

/** All of them. */
export const consentTexts: readonly ConsentText[] = [
  {
    to: seenByPrincipal,
    version: '2026-11',
    title: 'My principal sees my care',
    text: 'Whoever I am covered through sees my cover, my claims and my authorizations in their portal. I can take this back at any time; from then on they see nothing of it.',
  },
];

/** The consents with one given or taken back now; the same list where that changes nothing. */
export function withConsent(
  consents: readonly Consent[],
  { to, given, at }: { to: string; given: boolean; at: Moment },
): readonly Consent[] {
  if (hasConsented({ consents }, to) === given) return consents;
  if (!given)
    return consents.map((each) =>
      each.to === to && each.endedAt === null ? { ...each, endedAt: at } : each,
    );
  const version = consentTexts.find((text) => text.to === to)?.version ?? '';
  return [...consents, { to, version, at, endedAt: null }];
}
