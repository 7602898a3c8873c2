import type { Context } from 'hono';
import { DashboardPage } from '../../../views/hmo/dashboard-page.tsx';
import { periods } from '../../../views/hmo/periods.ts';
import type { AppEnv } from '../../env.ts';
import { decidedSince } from '../../queries/decided-since.ts';
import { mostUrgentDue } from '../../queries/most-urgent-due.ts';
import { receivedCounts } from '../../queries/received-counts.ts';
import { render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { rankedClaims } from './list-claims.ts';
import { periodStart } from './period-start.ts';
import { readQueueFilter } from './queue-filter.ts';
import { staffView } from './staff-view.tsx';

const urgentRows = 10;

/** `GET /<tenant>`: what came in, what waits, what is late. */
export async function showDashboard(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { seq, byState, late } = desk.counts;
  const starts = periods.map((period) => periodStart(desk.zone, desk.now, period));
  const [received, decidedToday, due, urgent] = await Promise.all([
    receivedCounts(desk.db, starts),
    decidedSince(desk.db, starts[0] ?? desk.now),
    mostUrgentDue(desk.db),
    desk.may('claim.view') ? rankedClaims(c, desk.db, readQueueFilter({}), urgentRows) : { rows: [] },
  ]);
  const [today = 0, week = 0, month = 0] = received;
  const { slug, now, settings } = desk;
  const content = (
    <DashboardPage
      {...{ slug, now, byState, late, decidedToday, due }}
      name={c.var.organisation.name}
      currency={settings.currency}
      received={{ today, week, month }}
      oldest={urgent.rows}
    />
  );
  const page = { title: 'Dashboard', nav: 'dashboard', see: ['dashboard', 'queue'], seq };
  return render(c, staffView(c, desk, page, content));
}
