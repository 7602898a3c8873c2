import type { Context } from 'hono';
import { ServicesPage } from '../../../../views/hmo/services/services-page.tsx';
import type { AppEnv } from '../../../env.ts';
import { allServiceGroups } from '../../../queries/service-groups.ts';
import { servicesPage } from '../../../queries/services-page.ts';
import { render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';

const uses: Readonly<Record<string, boolean | null>> = { out: false, all: null };

/** `GET /<tenant>/services`. */
export async function showServices(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const ask = (name: string) => (c.req.query(name) ?? '').slice(0, 200);
  const filter = { q: ask('q'), group: ask('group'), use: ask('use'), after: ask('after') };
  const { q: typed, group, use, after } = filter;
  const active = Object.hasOwn(uses, use) ? (uses[use] ?? null) : true;
  const [groups, { services, next }] = await Promise.all([
    allServiceGroups(desk.db),
    servicesPage(desk.db, { typed, group, active, after }),
  ]);
  const page = (
    <ServicesPage
      slug={desk.slug}
      currency={desk.settings.currency}
      groups={groups}
      filter={filter}
      rows={services}
      next={next}
      mayUpdate={desk.may('service.update')}
      importing={desk.may('service.update') ? desk.to.importNew({ kind: 'services' }) : null}
    />
  );
  return render(c, staffView(c, desk, { title: 'Services', nav: 'services' }, page));
}
