import type { Context } from 'hono';
import { NetworkDirectoryPage } from '../../../../views/provider/network-directory-page.tsx';
import { openDirectory } from '../../../directory/directory.ts';
import { listed } from '../../../directory/listed.ts';
import type { AppEnv } from '../../../env.ts';
import { allFacilityLinks } from '../../../queries/facility-links.ts';
import { render } from '../../../render.tsx';
import { readPlace, writePlace } from '../../network/list-place.ts';
import { openDesk } from '../desk.ts';
import { facilityView } from '../facility-view.tsx';

const pageRows = 50;

/** `GET /provider/network/directory`: every insurer that can be asked for a link. */
export async function showNetworkDirectory(c: Context<AppEnv>): Promise<Response> {
  const { q = '', after = '' } = c.req.query();
  const [desk, directory] = await Promise.all([openDesk(c), openDirectory(c.env)]);
  const asked = { kind: 'tenant', q, facilityKind: '', level: '', after: readPlace(after) } as const;
  const [page, links] = await Promise.all([listed(directory, asked, pageRows), allFacilityLinks(desk.db)]);
  const states = new Map(links.map(({ tenantId, state }) => [tenantId, state]));
  const rows = page.rows.map(({ id, name }) => ({ id, name, state: states.get(id) ?? null }));
  const content = <NetworkDirectoryPage {...{ q, after, rows }} next={writePlace(page.next)} />;
  const about = { title: 'Insurers', nav: 'network', see: ['network'], seq: desk.seq };
  return render(c, facilityView(c, desk, about, content));
}
