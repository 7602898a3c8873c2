import type { Context } from 'hono';
import { type ClaimState, claimStates } from '../../../schema/domain/claims/claim.ts';
import type { FacilityClaimRow } from '../../../views/provider/claim-rows.tsx';
import { ClaimsPage } from '../../../views/provider/claims-page.tsx';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import type { Database } from '../../queries/database.ts';
import { facilityClaimSearch } from '../../queries/facility-claim-search.ts';
import { facilityClaims } from '../../queries/facility-claims.ts';
import { facilityCounts } from '../../queries/facility-counts.ts';
import { render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { facilityView } from './facility-view.tsx';

const pageRows = 50;
type Listed = { rows: FacilityClaimRow[]; next: string | null };

async function listed(db: Database, state: ClaimState | '', q: string, after: string): Promise<Listed> {
  if (q !== '') return { rows: await facilityClaimSearch(db, q, pageRows), next: null };
  const cursor = /^(\d{1,15})\.(CLM-[\d-]{1,20})$/.exec(after);
  const found = await facilityClaims(db, {
    limit: pageRows + 1,
    ...(state === '' ? {} : { state }),
    ...(cursor === null ? {} : { before: { submittedAt: Number(cursor[1]), number: cursor[2] ?? '' } }),
  });
  const rows = found.slice(0, pageRows);
  const last = rows.at(-1);
  return { rows, next: found.length > pageRows && last ? `${last.submittedAt}.${last.number}` : null };
}

/** `GET /provider/claims`: the facility's claims over all its tenants. */
export async function showClaims(c: Context<AppEnv>): Promise<Response> {
  const query = c.req.query();
  const state = claimStates.find((each) => each === query.state) ?? '';
  const q = (query.q ?? '').trim().slice(0, 60);
  const after = (query.after ?? '').slice(0, 60);
  const desk = await openDesk(c);
  const { db, zone, seq, may } = desk;
  const [counts, { rows, next }] = await Promise.all([facilityCounts(db), listed(db, state, q, after)]);
  const draftId = may('facility.claim.draft') ? freshId() : null;
  const content = <ClaimsPage {...{ zone, state, q, after, counts, rows, next, draftId }} />;
  return render(c, facilityView(c, desk, { title: 'Claims', nav: 'claims', see: ['claims'], seq }, content));
}
