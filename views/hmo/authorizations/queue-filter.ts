import type { AuthorizationState, Urgency } from '../../../schema/domain/authorizations/authorization.ts';

/** The tabs of the staff's requests, in their order. */
export const authorizationTabs = ['waiting', 'appeals', 'decided', 'expired', 'all'] as const;
export type AuthorizationTab = (typeof authorizationTabs)[number];

/** What each tab is called. */
export const authorizationTabWords: Readonly<Record<AuthorizationTab, string>> = {
  waiting: 'Waiting',
  appeals: 'Appeals',
  decided: 'Decided',
  expired: 'Expired',
  all: 'All',
};

/** Which of the requests are shown; all of it stands in the address. */
export interface AuthorizationFilter {
  tab: AuthorizationTab;
  urgency: Urgency | '';
  state: AuthorizationState | '';
  /** id */
  facility: string;
  /** entered, proposed or decided by whoever looks */
  mine: boolean;
  q: string;
  /** the cursor; empty: the first page */
  after: string;
}

/** Everything that waits, from the first. */
export const everyWaiting: AuthorizationFilter = {
  tab: 'waiting',
  urgency: '',
  state: '',
  facility: '',
  mine: false,
  q: '',
  after: '',
};

/** A filter as it stands in an address: what says nothing is left out. */
export const authorizationQuery = ({ tab, mine, ...rest }: AuthorizationFilter) => ({
  ...rest,
  tab: tab === 'waiting' ? null : tab,
  mine: mine ? 1 : null,
});

/** The states that can be asked for within a tab; none: they say it all. */
export const statesIn: Readonly<Record<AuthorizationTab, readonly AuthorizationState[]>> = {
  waiting: ['REQUESTED', 'QUERIED'],
  appeals: [],
  decided: ['APPROVED', 'PARTIALLY_APPROVED', 'REJECTED', 'USED', 'CANCELLED', 'EXPIRED'],
  expired: [],
  all: ['REQUESTED', 'QUERIED', 'APPROVED', 'PARTIALLY_APPROVED', 'REJECTED', 'CANCELLED', 'USED', 'EXPIRED'],
};

/** Lists in the order of time left; the others stand newest first. */
export const isByTimeLeft = ({ tab, q }: AuthorizationFilter): boolean =>
  q === '' && (tab === 'waiting' || tab === 'appeals');
