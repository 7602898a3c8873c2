import type { Context } from 'hono';
import { type LinkState, linkStates } from '../../../../schema/domain/network/link.ts';
import { NetworkPage } from '../../../../views/provider/network-page.tsx';
import type { AppEnv } from '../../../env.ts';
import { allFacilityLinks } from '../../../queries/facility-links.ts';
import { render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { facilityView } from '../facility-view.tsx';

/** `GET /provider/network`: the facility's links over all insurers. They are few: all are read, and counted. */
export async function showNetwork(c: Context<AppEnv>): Promise<Response> {
  const state = linkStates.find((each) => each === c.req.query('state')) ?? '';
  const desk = await openDesk(c);
  const all = await allFacilityLinks(desk.db);
  const counts: Partial<Record<LinkState, number>> = {};
  for (const link of all) counts[link.state] = (counts[link.state] ?? 0) + 1;
  const rows = all.filter((link) => state === '' || link.state === state);
  const content = <NetworkPage {...{ state, counts, rows }} asks={desk.may('facility.network.request')} />;
  const page = { title: 'HMO network', nav: 'network', see: ['network'], seq: desk.seq };
  return render(c, facilityView(c, desk, page, content));
}
