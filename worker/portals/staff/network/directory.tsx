import type { Context } from 'hono';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { ProviderDirectoryPage } from '../../../../views/hmo/provider-directory-page.tsx';
import { openDirectory } from '../../../directory/directory.ts';
import { listed } from '../../../directory/listed.ts';
import type { AppEnv } from '../../../env.ts';
import { linkStatesOf } from '../../../queries/link-states.ts';
import { render } from '../../../render.tsx';
import { readPlace, writePlace } from '../../network/list-place.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';

const pageRows = 50;

/** `GET /<tenant>/providers/directory`: every facility that can be asked, and how it stands with this tenant. */
export async function showProviderDirectory(c: Context<AppEnv>): Promise<Response> {
  const { q = '', kind = '', level = '', after = '' } = c.req.query();
  const [desk, directory] = await Promise.all([openDesk(c), openDirectory(c.env)]);
  const asked = { kind: 'facility', q, facilityKind: kind, level, after: readPlace(after) } as const;
  const page = await listed(directory, asked, pageRows);
  const states = await linkStatesOf(
    desk.db,
    page.rows.map(({ id }) => id),
  );
  const content = (
    <ProviderDirectoryPage
      slug={desk.slug}
      today={dateIn(desk.zone, desk.now)}
      filter={{ q, kind, level, after }}
      rows={page.rows.map((row) => ({ ...row, state: states.get(row.id) ?? null }))}
      next={writePlace(page.next)}
    />
  );
  const { seq } = desk.counts;
  const about = { title: 'Directory of facilities', nav: 'providers', see: ['network'], seq };
  return render(c, staffView(c, desk, about, content));
}
