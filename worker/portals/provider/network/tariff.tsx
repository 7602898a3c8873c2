import type { Context } from 'hono';
import { dateIn, isCalendarDate } from '../../../../schema/domain/dates.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { FacilityTariffPage } from '../../../../views/provider/tariff-page.tsx';
import { answer } from '../../../answer.ts';
import type { AppEnv } from '../../../env.ts';
import { type Database, tenantDatabase } from '../../../queries/database.ts';
import { facilityLink } from '../../../queries/facility-links.ts';
import { searchServices } from '../../../queries/search-services.ts';
import { tariffPage, tariffRows } from '../../../queries/tariff-page.ts';
import { render } from '../../../render.tsx';
import { effectiveFile } from '../../network/tariff-file.ts';
import { type FacilityDesk, openDesk } from '../desk.ts';
import { facilityView } from '../facility-view.tsx';

const pageRows = 50;
const nothing = refuse('not_found', 'There is no tariff of this insurer for your facility.');

/** The insurer's database, for a facility whose link is or was in force; null: it has no business there. */
async function linkedAt(c: Context<AppEnv>, desk: FacilityDesk) {
  const link = await facilityLink(desk.db, c.req.param('tenant') ?? '');
  if (link === null || link.inForce.length === 0) return null;
  return { link, db: tenantDatabase(c.env, link.tenantId) };
}

async function rowsOf(
  db: Database,
  tariff: string,
  { q, on, after }: { q: string; on: string; after: string },
) {
  if (q.trim() === '') return tariffPage(db, { tariff, on, after, effective: true }, pageRows);
  const found = await searchServices(db, q, pageRows);
  const codes = found.map(({ code }) => code);
  return { rows: await tariffRows(db, { tariff, on }, codes), next: null };
}

/** `GET /provider/network/<tenant>/tariff`: what the insurer pays this facility on a day. */
export async function showTariff(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const linked = await linkedAt(c, desk);
  if (linked === null) return answer(c, nothing);
  const { link, db } = linked;
  const { q = '', on: day = '', after = '' } = c.req.query();
  const on = isCalendarDate(day) ? day : dateIn(link.zone, desk.now);
  const { rows, next } = await rowsOf(db, c.var.organisation.id, { q, on, after });
  const tenant = { id: link.tenantId, name: link.name, currency: link.currency };
  const content = <FacilityTariffPage {...{ tenant, rows, next }} filter={{ q, on, after }} />;
  return render(c, facilityView(c, desk, { title: 'Tariff', nav: 'network' }, content));
}

/** `GET …/file`: the same as CSV, of today. */
export async function exportTariff(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const linked = await linkedAt(c, desk);
  if (linked === null) return answer(c, nothing);
  const { link, db } = linked;
  const asked = { tariff: c.var.organisation.id, on: dateIn(link.zone, desk.now) };
  return effectiveFile(c, db, asked, `Tariff of ${link.name}`);
}
