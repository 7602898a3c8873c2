import type { ComponentChildren } from 'preact';
import type { Urgency } from '../../../schema/domain/authorizations/authorization.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { Standing } from '../../authorizations/words.ts';
import type { AuthorizationFilter } from './queue-filter.ts';
import type { AuthorizationRow } from './queue-row.tsx';

/** Where a request stands, as a frame says it: so that each page decides whether it belongs there. */
export interface AuthorizationPlace {
  standing: Standing;
  facilityId: string;
  urgency: Urgency;
  answerBy: Moment;
}

/** A place in one attribute: the parts are those of a claim's (`queue-live.tsx`), the urgency in the place of the client. */
export const authorizationPlaceText = ({
  standing,
  facilityId,
  urgency,
  answerBy,
}: AuthorizationPlace): string => [standing, facilityId, urgency, '-', 0, answerBy].join(' ');

/** What the list holds, by standing; what does not wait leaves it. */
const standingsOf = ({ tab, state }: AuthorizationFilter): readonly Standing[] => {
  if (tab === 'appeals') return ['APPEALED'];
  if (tab !== 'waiting') return [];
  return state === '' ? ['REQUESTED', 'QUERIED', 'APPEALED'] : [state];
};

/** What the page asks of a request that came, in the same order; null: nothing comes here by itself. */
function asks(filter: AuthorizationFilter, rows: readonly AuthorizationRow[], hasMore: boolean) {
  const standings = standingsOf(filter);
  if (filter.q !== '' || filter.mine || standings.length === 0) return null;
  const last = hasMore ? (rows.at(-1)?.clock?.dueAt ?? '') : '';
  return [standings.join(','), filter.facility, filter.urgency, '', '', last].join(' ');
}

type LiveRequestsProps = {
  filter: AuthorizationFilter;
  rows: readonly AuthorizationRow[];
  hasMore: boolean;
  now: Moment;
  children: ComponentChildren;
};

/** The list as it moves: that one is decided, that one has come; nothing moves under the pointer. */
export function LiveRequests({ filter, rows, hasMore, now, children }: LiveRequestsProps) {
  const standings = standingsOf(filter).join(',');
  return (
    <div
      data-list={standings === '' ? undefined : standings}
      data-asks={asks(filter, rows, hasMore) ?? undefined}
      data-now={now}
    >
      {children}
    </div>
  );
}
