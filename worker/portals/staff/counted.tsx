import type { Context } from 'hono';
import { refuse } from '../../../schema/domain/refusal.ts';
import { CountedPage } from '../../../views/hmo/counted-page.tsx';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import { countedBy } from './counted-figures.ts';
import { openDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';

/** `GET /<tenant>/claims/counted`: what a figure of the dashboard counts. */
export async function showCounted(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const query = c.req.query();
  const counted = await countedBy(c, desk, query);
  if (counted === null) return answer(c, refuse('not_found', 'The dashboard has no such figure.'));
  const { slug, now, settings } = desk;
  const content = (
    <CountedPage {...counted} {...{ slug, now }} currency={settings.currency} after={query.after ?? ''} />
  );
  const page = { title: counted.title, nav: 'dashboard', see: ['queue'], seq: desk.counts.seq };
  return render(c, staffView(c, desk, page, content));
}
