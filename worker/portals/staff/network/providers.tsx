import type { Context } from 'hono';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { linkStates } from '../../../../schema/domain/network/link.ts';
import { ProvidersPage } from '../../../../views/hmo/providers-page.tsx';
import type { AppEnv } from '../../../env.ts';
import { linkCounts, linksPage } from '../../../queries/links-page.ts';
import { render } from '../../../render.tsx';
import { readPlace, writePlace } from '../../network/list-place.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';

const pageRows = 50;

/** `GET /<tenant>/providers`: the tenant's links, by state and by words. */
export async function showProviders(c: Context<AppEnv>): Promise<Response> {
  const query = c.req.query();
  const state = linkStates.find((each) => each === query.state) ?? '';
  const filter = { state, q: query.q ?? '', after: query.after ?? '' } as const;
  const desk = await openDesk(c);
  const [page, counts] = await Promise.all([
    linksPage(desk.db, { state, q: filter.q, after: readPlace(filter.after) }, pageRows),
    linkCounts(desk.db),
  ]);
  const content = (
    <ProvidersPage
      slug={desk.slug}
      today={dateIn(desk.zone, desk.now)}
      rows={page.rows}
      next={writePlace(page.next)}
      may={{ tariff: desk.may('tariff.view'), link: desk.may('network.link') }}
      {...{ filter, counts }}
    />
  );
  const { seq } = desk.counts;
  return render(
    c,
    staffView(c, desk, { title: 'Providers', nav: 'providers', see: ['network'], seq }, content),
  );
}
