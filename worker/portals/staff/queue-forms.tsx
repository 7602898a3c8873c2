import type { Context } from 'hono';
import { FilterForm } from '../../../views/hmo/queue-filters.tsx';
import { QueueFormsPage, SaveView } from '../../../views/hmo/queue-forms-page.tsx';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { asksForPlace, render, renderPiece } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { chosenFilter } from './queue-choices.ts';
import { filterFor } from './queue-filter.ts';
import { staffView } from './staff-view.tsx';

/** `GET /<tenant>/claims/filters`: the forms of the queue that its address says, for where they open or as a page. */
export async function showQueueForms(c: Context<AppEnv>): Promise<Response> {
  const { organisation, principal } = c.var;
  const said = filterFor(principal, c.req.query());
  const { filter, choices, saved } = await chosenFilter(
    tenantDatabase(c.env, organisation.id),
    principal,
    said,
  );
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
