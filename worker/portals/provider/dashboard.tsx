import type { Context } from 'hono';
import { dateIn, momentIn } from '../../../schema/domain/dates.ts';
import { DashboardPage } from '../../../views/provider/dashboard-page.tsx';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { facilityClaims } from '../../queries/facility-claims.ts';
import { facilityCounts } from '../../queries/facility-counts.ts';
import { render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { draftRows } from './draft-rows.ts';
import { facilityView } from './facility-view.tsx';

const shownMax = 20;

/** `GET /provider`: queries to answer, today's claims, drafts to finish. */
export async function showDashboard(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { db, zone, now, seq, may } = desk;
  const since = momentIn(zone, `${dateIn(zone, now)}T00:00`);
  const sees = may('facility.claim.view');
  const [counts, queries, today, drafts] = await Promise.all([
    facilityCounts(db),
    sees ? facilityClaims(db, { state: 'QUERIED', limit: shownMax }) : [],
    sees ? facilityClaims(db, { since, limit: shownMax }) : [],
    may('facility.claim.draft') ? draftRows(desk, shownMax) : null,
  ]);
  const props = { zone, now, counts, queries, today, drafts, name: c.var.organisation.name };
  const content = <DashboardPage {...props} newId={may('facility.claim.draft') ? freshId() : null} />;
  return render(
    c,
    facilityView(
      c,
      desk,
      { title: 'Dashboard', nav: 'dashboard', see: ['dashboard', 'claims'], seq },
      content,
    ),
  );
}
