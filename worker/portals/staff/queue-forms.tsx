import type { Context } from 'hono';
import { FilterForm } from '../../../views/hmo/queue-filters.tsx';
import { QueueFormsPage, SaveView } from '../../../views/hmo/queue-forms-page.tsx';
import { choiceAmong } from '../../../views/hmo/set-filters.ts';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { queueChoices } from '../../queries/queue-choices.ts';
import { savedViews } from '../../queries/saved-views.ts';
import { asksForPlace, render, renderPiece } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { filterMeaning } from './filter-meaning.ts';
import { filterFor } from './queue-filter.ts';
import { staffView } from './staff-view.tsx';

/** More than this are not listed: one of them is typed. */
const listed_max = 40;

/** `GET /<tenant>/claims/filters`: the forms of the queue that its address says, for where they open or as a page. */
export async function showQueueForms(c: Context<AppEnv>): Promise<Response> {
  const { organisation, principal } = c.var;
  const said = filterFor(principal, c.req.query());
  const db = tenantDatabase(c.env, organisation.id);
  const [{ filter, names }, found, saved] = await Promise.all([
    filterMeaning(db, said),
    queueChoices(db, listed_max + 1),
    savedViews(db, principal.id),
  ]);
  const choices = {
    facilities: choiceAmong(found.facilities, listed_max, names.facility),
    clients: choiceAmong(found.clients, listed_max, names.client),
    plans: choiceAmong(found.plans, listed_max, names.plan),
  };
  const risk = principal.permissions.includes('risk.view');
  const props = { slug: organisation.slug ?? '', filter, choices, risk, saved, saveId: freshId() };
  if (asksForPlace(c))
    return renderPiece(
      c,
      c.req.query('part') === 'views' ? <SaveView {...props} /> : <FilterForm {...props} />,
    );
  const desk = await openDesk(c);
  const page = { title: 'Filter the claims', nav: 'claims' };
  return render(c, staffView(c, desk, page, <QueueFormsPage {...props} />));
}
