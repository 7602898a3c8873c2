import type { Context } from 'hono';
import type { Counts } from '../../../durable-objects/actor/live-event.ts';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { FacilityChoice, QueueFilter } from '../../../views/hmo/queue-filters.tsx';
import { QueuePage } from '../../../views/hmo/queue-page.tsx';
import { type QueueView, queueViews } from '../../../views/hmo/queue-tabs.ts';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { type Database, tenantDatabase } from '../../queries/database.ts';
import { facilityMeant } from '../../queries/facility-meant.ts';
import { linkedFacilities } from '../../queries/linked-facilities.ts';
import { render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { listClaims } from './list-claims.ts';
import { readQueueFilter } from './queue-filter.ts';
import { staffView } from './staff-view.tsx';

type Query = Record<string, string>;
type Tab = { view: QueueView; count?: number };

const openSum = ({ byState }: Counts, what: 'claims' | 'claimed') =>
  openStates.reduce((sum, state) => sum + byState[state][what], 0);

function tabsOf({ byState, late }: Counts, open: number, receives: boolean): Tab[] {
  const counted: Partial<Record<QueueView, number>> = {
    open,
    late,
    queried: byState.QUERIED.claims,
    resubmitted: byState.RESUBMITTED.claims,
    submitted: byState.SUBMITTED.claims,
  };
  const shown = queueViews.filter((view) => view !== 'submitted' || receives || byState.SUBMITTED.claims > 0);
  return shown.map((view) => (counted[view] === undefined ? { view } : { view, count: counted[view] }));
}

/** A network larger than this is not listed in every page: its facilities are typed. */
const listedFacilitiesMax = 40;

/** The filter with the facility that is meant, whether it was chosen or typed, and what can be chosen from. */
async function withFacility(db: Database, filter: QueueFilter): Promise<[QueueFilter, FacilityChoice]> {
  const [facilities, meant] = await Promise.all([
    linkedFacilities(db, listedFacilitiesMax + 1),
    filter.facility === '' ? null : facilityMeant(db, filter.facility),
  ]);
  const many = facilities.length > listedFacilitiesMax;
  const choice = many ? { meant: meant?.name ?? filter.facility } : { all: facilities };
  return [{ ...filter, facility: filter.facility === '' ? '' : (meant?.id ?? 'none') }, choice];
}

async function queueAt(c: Context<AppEnv>, query: Query): Promise<Response> {
  const asked = readQueueFilter(query);
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const named = withFacility(db, asked);
  const listing =
    asked.facility === '' ? listClaims(c, db, asked) : named.then(([meant]) => listClaims(c, db, meant));
  const [desk, [filter, facilities], { rows, next, seq }] = await Promise.all([openDesk(c), named, listing]);
  const { slug, now, settings, may, counts } = desk;
  const open = openSum(counts, 'claims');
  const content = (
    <QueuePage
      {...{ slug, now, filter, open, facilities, rows, next }}
      currency={settings.currency}
      tabs={tabsOf(counts, open, !settings.receivesAutomatically)}
      late={counts.late}
      waiting={openSum(counts, 'claimed')}
      takeId={may('claim.review') ? freshId() : null}
      decided={query.decided !== undefined && claimIdOf(query.decided) !== null ? query.decided : null}
    />
  );
  return render(
    c,
    staffView(
      c,
      desk,
      { title: 'Claims', nav: 'claims', see: ['queue'], seq: Math.min(seq, counts.seq) },
      content,
    ),
  );
}

/** `GET /<tenant>/claims`: the queue, its filters and its search. */
export const showQueue = (c: Context<AppEnv>): Promise<Response> => queueAt(c, c.req.query());

/** The queue as an address of it says: where somebody comes back to. */
export function showQueueAt(c: Context<AppEnv>, address: string): Promise<Response> {
  return queueAt(c, Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? '')));
}
