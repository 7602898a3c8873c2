import { type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';

/** The views of the staff's claims, in the order of their tabs. `decided` and `all` stand newest first. */
export const queueViews = [
  'open',
  'mine',
  'late',
  'queried',
  'resubmitted',
  'submitted',
  'decided',
  'all',
] as const;
export type QueueView = (typeof queueViews)[number];

/** What each view is called on its tab. */
export const queueViewWords: Readonly<Record<QueueView, string>> = {
  open: 'Open',
  mine: 'Mine',
  late: 'Late',
  queried: 'Queried',
  resubmitted: 'Resubmitted',
  submitted: 'To receive',
  decided: 'Decided',
  all: 'All',
};

/** The open states a view holds. */
export const statesOf: Readonly<Partial<Record<QueueView, readonly ClaimState[]>>> = {
  open: openStates,
  mine: openStates,
  late: openStates,
  queried: ['QUERIED'],
  resubmitted: ['RESUBMITTED'],
  submitted: ['SUBMITTED'],
};
