import type { ComponentChildren } from 'preact';
import { type ClaimState, claimStates } from '../../schema/domain/claims/claim.ts';
import { lastUnscored } from '../../schema/domain/claims/rank.ts';
import { paths } from '../paths.ts';
import type { QueueFilter } from './queue-filter.ts';
import type { QueueRow } from './queue-row.tsx';
import { statesOf } from './queue-tabs.ts';

/**
 * Where a claim stands, as a frame says it: so that each page decides whether the claim belongs on it. What the risk rules
 * found is left out, because a frame is the same for everybody who looks: a page filtered by risk tells of every claim that
 * its other filters let in, and one that ends where a claim could come before its last row by risk alone tells of it, since
 * one announced too often is better than a risky one never.
 */
export interface LivePlace {
  state: ClaimState;
  facilityId: string;
  clientCode: string;
  planCode: string | null;
  isHeld: boolean;
  unscoredAt: number;
}

/** A place in one attribute, its parts in this order; what is no code has no space in it. */
export const placeText = (place: LivePlace): string =>
  [
    place.state,
    place.facilityId,
    place.clientCode || '-',
    place.planCode ?? '-',
    place.isHeld ? 1 : 0,
    place.unscoredAt,
  ].join(' ');

/** What the page asks of a claim, in the same order; empty: anything. */
function asks(filter: QueueFilter, rows: readonly QueueRow[], hasMore: boolean): (string | number)[] | null {
  const { view, state, facility, client, plan, held, q, due } = filter;
  // found by what somebody searched, held by them, or late: what comes does not belong here by itself
  if (q !== '' || view === 'mine' || view === 'late' || due !== '') return null;
  const states =
    view === 'all' ? claimStates : view === 'decided' ? ['APPROVED', 'REJECTED'] : statesOf[view];
  const last = rows[rows.length - 1];
  const isRanked = hasMore && view !== 'all' && view !== 'decided';
  const before =
    isRanked && last?.rankAt !== undefined ? lastUnscored({ risk: 0, ...last, rankAt: last.rankAt }) : '';
  const asked = state === '' ? (states ?? []) : [state];
  return [asked.join(','), facility, client, plan, held ? 1 : '', before];
}

type LiveListProps = {
  slug: string;
  filter: QueueFilter;
  rows: readonly QueueRow[];
  hasMore: boolean;
  children: ComponentChildren;
};

/** The list as it moves: who has a row, that one is gone, that one has come; nothing moves under the pointer. */
export function LiveList({ slug, filter, rows, hasMore, children }: LiveListProps) {
  return (
    <div
      data-list={filter.state || (statesOf[filter.view] ?? []).join(',')}
      data-why={paths.staff(slug).standing('-')}
      data-asks={asks(filter, rows, hasMore)?.join(' ')}
    >
      {children}
    </div>
  );
}
