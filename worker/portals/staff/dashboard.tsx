import type { Context } from 'hono';
import { addDays, dateIn, momentIn } from '../../../schema/domain/dates.ts';
import { DashboardPage } from '../../../views/hmo/dashboard-page.tsx';
import type { AppEnv } from '../../env.ts';
import { decidedSince } from '../../queries/decided-since.ts';
import { receivedCounts } from '../../queries/received-counts.ts';
import { render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { rankedClaims } from './list-claims.ts';
import { readQueueFilter } from './queue-filter.ts';
import { staffView } from './staff-view.tsx';

const urgentRows = 10;

/** When today, this week (from Monday) and this month began, where the tenant is. */
function periodStarts(zone: string, now: number): number[] {
  const today = dateIn(zone, now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return [today, addDays(today, 1 - weekday), `${today.slice(0, 8)}01`].map((date) =>
    momentIn(zone, `${date}T00:00`),
  );
}

/** `GET /<tenant>`: what came in, what waits, what is late. */
export async function showDashboard(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { seq, byState, late } = desk.counts;
  const starts = periodStarts(desk.zone, desk.now);
  const [received, decidedToday, urgent] = await Promise.all([
    receivedCounts(desk.db, starts),
    decidedSince(desk.db, starts[0] ?? desk.now),
    desk.may('claim.view') ? rankedClaims(c, desk.db, readQueueFilter({}), urgentRows) : { rows: [] },
  ]);
  const [today = 0, week = 0, month = 0] = received;
  const { slug, now, settings } = desk;
  const content = (
    <DashboardPage
      {...{ slug, now, byState, late, decidedToday }}
      name={c.var.organisation.name}
      currency={settings.currency}
      received={{ today, week, month }}
      oldest={urgent.rows}
    />
  );
  const page = { title: 'Dashboard', nav: 'dashboard', see: ['dashboard', 'queue'], seq };
  return render(c, staffView(c, desk, page, content));
}
