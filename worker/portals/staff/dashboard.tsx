import type { Context } from 'hono';
import { DashboardPage } from '../../../views/hmo/dashboard-page.tsx';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { openRiskEvents } from '../../queries/open-risk-events.ts';
import { staffNames } from '../../queries/staff-name.ts';
import { render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { rankedClaims } from './list-claims.ts';
import { readQueueFilter } from './queue-filter.ts';
import { staffView } from './staff-view.tsx';

const urgentRows = 10;

/** `GET /<tenant>`: what presses, what waits, what came in, and who decided it. */
export async function showDashboard(c: Context<AppEnv>): Promise<Response> {
  const [desk, figures] = await Promise.all([openDesk(c), tenantActor(c).figures()]);
  const { slug, now, settings, db, may, to } = desk;
  const [names, open, urgent] = await Promise.all([
    staffNames(
      db,
      figures.people.map(({ accountId }) => accountId),
    ),
    may('risk.view') ? openRiskEvents(db) : null,
    may('claim.view') ? rankedClaims(c, db, readQueueFilter({}), urgentRows) : { rows: [] },
  ]);
  const content = (
    <DashboardPage
      {...{ slug, now, figures, names }}
      name={c.var.organisation.name}
      currency={settings.currency}
      flags={open === null ? null : { open, href: to.risk() }}
      piles={may('pile.view') ? to.piles() : null}
      oldest={urgent.rows}
    />
  );
  const page = { title: 'Dashboard', nav: 'dashboard', see: ['dashboard', 'queue'], seq: figures.seq };
  return render(c, staffView(c, desk, page, content));
}
