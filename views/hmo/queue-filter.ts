import type { ClaimState } from '../../schema/domain/claims/claim.ts';
import type { Period } from './periods.ts';
import type { QueueView } from './queue-tabs.ts';

/** What of the claims is shown; all of it stands in the address. */
export interface QueueFilter {
  view: QueueView;
  /** within the views of open claims, as everything below but `since` */
  state: ClaimState | '';
  facility: string;
  client: string;
  plan: string;
  /** lowest risk score */
  risk: '' | '30' | '60';
  due: '' | 'late' | 'soon';
  held: boolean;
  flagged: boolean;
  /** within the views `all` (received) and `decided` */
  since: Period | '';
  q: string;
  /** the cursor; empty: the first page */
  after: string;
}

/** Nothing is narrowed. */
export const noFilters = {
  state: '',
  facility: '',
  client: '',
  plan: '',
  risk: '',
  due: '',
  held: false,
  flagged: false,
} as const;

/** All open claims, from the first. */
export const everyOpen: QueueFilter = { view: 'open', ...noFilters, since: '', q: '', after: '' };

/** Whether both ask for the same claims. */
export const isSameFilter = (a: QueueFilter, b: QueueFilter): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** A filter as it stands in an address: what says nothing is left out. */
export const queueQuery = ({ view, held, flagged, ...rest }: QueueFilter) => ({
  // named always, because an address that says nothing opens with what the person chose
  view,
  ...rest,
  held: held ? 1 : null,
  flagged: flagged ? 1 : null,
});
