import { openStates } from '../../../schema/domain/claims/claim.ts';
import { periods } from '../../../views/hmo/periods.ts';
import type { QueueFilter } from '../../../views/hmo/queue-filters.tsx';
import { queueViews } from '../../../views/hmo/queue-tabs.ts';

/** Reads the filter from an address; what means nothing is left out rather than refused. */
export function readQueueFilter(query: Record<string, string>): QueueFilter {
  const state = openStates.find((each) => each === query.state);
  return {
    view: queueViews.find((each) => each === query.view) ?? 'open',
    state: state ?? '',
    facility: (query.facility ?? '').slice(0, 40),
    since: periods.find((each) => each === query.since) ?? '',
    q: (query.q ?? '').trim().slice(0, 60),
    after: (query.after ?? '').slice(0, 100),
  };
}
