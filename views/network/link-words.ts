import type { LinkState } from '../../schema/domain/network/link.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import type { FacilityProfile } from '../../schema/tables/tenant/network.ts';

/** What happened to a link: `The link with Sunrise Clinic …`. */
export const linkNewsWords: Readonly<Record<LinkNews, string>> = {
  'link-requested': 'was requested',
  'link-approved': 'was approved',
  'link-declined': 'was declined',
  'link-suspended': 'was suspended',
  'link-reinstated': 'was reinstated',
  'link-ended': 'was ended',
};

/** Whether something is told of a link, and not of a claim. */
export const isLinkNews = (kind: string): kind is LinkNews => kind in linkNewsWords;

/** A link's state in words, as lists, tabs and counts name it. */
export const linkStateWords: Readonly<Record<LinkState, string>> = {
  REQUESTED: 'Requested',
  APPROVED: 'In force',
  DECLINED: 'Declined',
  SUSPENDED: 'Suspended',
  ENDED: 'Ended',
};

/** A step of a link's history in one word; what became of it depends on what it was before. */
export function linkStepWords(state: LinkState, before: LinkState | undefined): string {
  if (state === 'APPROVED') return before === 'SUSPENDED' ? 'Reinstated' : 'Approved';
  return linkStateWords[state];
}

/** A facility's kind, as forms and lists say it. */
export const facilityKindWords: Readonly<Record<FacilityProfile['kind'], string>> = {
  hospital: 'Hospital',
  clinic: 'Clinic',
  pharmacy: 'Pharmacy',
  laboratory: 'Laboratory',
  optician: 'Optician',
  dentist: 'Dentist',
};

/** A facility's level in words. */
export const levelWords: Readonly<Record<NonNullable<FacilityProfile['level']>, string>> = {
  primary: 'Primary',
  secondary: 'Secondary',
  tertiary: 'Tertiary',
};
