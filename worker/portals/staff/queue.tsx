import type { Context } from 'hono';
import type { Counts } from '../../../durable-objects/actor/live-event.ts';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { soonUntil } from '../../../schema/domain/claims/due.ts';
import type { SavedViews } from '../../../schema/domain/claims/saved-views.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { everyOpen, isSameFilter, type QueueFilter } from '../../../views/hmo/queue-filter.ts';
import { QueuePage } from '../../../views/hmo/queue-page.tsx';
import { type QueueView, queueViews } from '../../../views/hmo/queue-tabs.ts';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { filterMeantRow } from '../../queries/filter-meant.ts';
import { noViews, savedViewsRow } from '../../queries/saved-views.ts';
import { render } from '../../render.tsx';
import { openDeskWith } from './desk.ts';
import { filterMeaning, meaningOf } from './filter-meaning.ts';
import { listClaims } from './list-claims.ts';
import { filterFor, saysNothing } from './queue-filter.ts';
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

/** What the person chose to open the queue with; null: nothing. */
function opensWith(c: Context<AppEnv>, saved: SavedViews): QueueFilter | null {
  const view = saved.views.find(({ id }) => id === saved.defaultId);
  return view ? filterFor(c.var.principal, Object.fromEntries(new URLSearchParams(view.query))) : null;
}

/**
 * The queue's claims and what every page needs, asked for at once. The claims are asked for by the filter's words as they are, which most
 * often are ids; where they mean something else, or the address says nothing and the person opens the queue with a view of their own,
 * they are asked for once more.
 */
async function readQueue(c: Context<AppEnv>, query: Query) {
  const { principal, organisation } = c.var;
  const said = saysNothing(query) ? null : filterFor(principal, query);
  const likely = said ?? everyOpen;
  const db = tenantDatabase(c.env, organisation.id);
  const begun = listClaims(c, db, likely);
  const counted = begun.then(({ counts }) => counts);
  const { desk, found } = await openDeskWith(c, counted, (asked) => [
    savedViewsRow(asked, principal.id),
    filterMeantRow(asked, likely),
  ]);
  const [[saved = noViews(principal.id)], [meant]] = found;
  const own = said === null ? opensWith(c, saved) : null;
  const meaning = own ? await filterMeaning(db, own) : meaningOf(likely, meant);
  const isLikely = isSameFilter(meaning.filter, likely);
  const listed = await (isLikely ? begun : listClaims(c, db, meaning.filter));
  return { desk, saved, ...meaning, listed };
}

async function queueAt(c: Context<AppEnv>, query: Query): Promise<Response> {
  const { desk, saved, filter, names, listed } = await readQueue(c, query);
  const { slug, now, settings, may, counts } = desk;
  const open = openSum(counts, 'claims');
  const content = (
    <QueuePage
      {...{ slug, now, filter, names, open }}
      rows={listed.rows.map(({ standing, ...row }) => ({ ...row, ...standing }))}
      next={listed.next}
      currency={settings.currency}
      soon={soonUntil(now, settings)}
      risk={may('risk.view')}
      saved={saved}
      tabs={tabsOf(counts, open, !settings.receivesAutomatically)}
      late={counts.late}
      proposals={counts.proposals}
      waiting={openSum(counts, 'claimed')}
      takeId={may('claim.review') ? freshId() : null}
      enters={may('claim.create')}
      decided={query.decided !== undefined && claimIdOf(query.decided) !== null ? query.decided : null}
    />
  );
  const seq = Math.min(listed.counts.seq, counts.seq);
  return render(c, staffView(c, desk, { title: 'Claims', nav: 'claims', see: ['queue'], seq }, content));
}

/** `GET /<tenant>/claims`: the queue, its filters and its search. */
export const showQueue = (c: Context<AppEnv>): Promise<Response> => queueAt(c, c.req.query());

/** The queue as an address of it says: where somebody comes back to. */
export function showQueueAt(c: Context<AppEnv>, address: string): Promise<Response> {
  return queueAt(c, Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? '')));
}
