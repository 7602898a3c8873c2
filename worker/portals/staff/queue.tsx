import type { Context } from 'hono';
import type { Counts } from '../../../durable-objects/actor/live-event.ts';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { soonUntil } from '../../../schema/domain/claims/due.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { everyOpen } from '../../../views/hmo/queue-filter.ts';
import { QueuePage } from '../../../views/hmo/queue-page.tsx';
import { type QueueView, queueViews } from '../../../views/hmo/queue-tabs.ts';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { listClaims } from './list-claims.ts';
import { chosenFilter, isSameQuestion } from './queue-choices.ts';
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

/** The filter that is meant and its claims. What most often is meant is asked for before it is known. */
async function chosenClaims(c: Context<AppEnv>, query: Query) {
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const said = saysNothing(query) ? null : filterFor(c.var.principal, query);
  const likely = said ?? everyOpen;
  const begun = listClaims(c, db, likely);
  // if it was not meant, nobody waits for it
  begun.catch(() => undefined);
  const chosen = await chosenFilter(db, c.var.principal, said);
  const listed = isSameQuestion(chosen.filter, likely) ? await begun : await listClaims(c, db, chosen.filter);
  return { ...chosen, listed };
}

async function queueAt(c: Context<AppEnv>, query: Query): Promise<Response> {
  const [desk, { filter, choices, saved, listed }] = await Promise.all([openDesk(c), chosenClaims(c, query)]);
  const { slug, now, settings, may, counts } = desk;
  const open = openSum(counts, 'claims');
  const content = (
    <QueuePage
      {...{ slug, now, filter, open, choices }}
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
  const seq = Math.min(listed.seq, counts.seq);
  return render(c, staffView(c, desk, { title: 'Claims', nav: 'claims', see: ['queue'], seq }, content));
}

/** `GET /<tenant>/claims`: the queue, its filters and its search. */
export const showQueue = (c: Context<AppEnv>): Promise<Response> => queueAt(c, c.req.query());

/** The queue as an address of it says: where somebody comes back to. */
export function showQueueAt(c: Context<AppEnv>, address: string): Promise<Response> {
  return queueAt(c, Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? '')));
}
