import type { LinkState } from '../../schema/domain/network/link.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';

/** What happened to the link with an organisation, after its name. */
export const linkNewsWords: Readonly<Record<LinkNews, string>> = {
  'link-requested': 'link was requested',
  'link-approved': 'link was approved',
  'link-declined': 'link was declined',
  'link-suspended': 'link was suspended',
  'link-reinstated': 'link was reinstated',
  'link-ended': 'link was ended',
};

/** A link's state in words, as lists, tabs and counts name it. */
export const linkStateWords: Readonly<Record<LinkState, string>> = {
  REQUESTED: 'Requested',
  APPROVED: 'In force',
  DECLINED: 'Declined',
  SUSPENDED: 'Suspended',
  ENDED: 'Ended',
};
