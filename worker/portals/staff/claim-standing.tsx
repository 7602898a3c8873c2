import type { Context } from 'hono';
import { refuse } from '../../../schema/domain/refusal.ts';
import { StandingPage } from '../../../views/hmo/queue-rules/standing-page.tsx';
import { standingWords } from '../../../views/hmo/queue-rules/why-there.tsx';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { claimByNumber } from '../../queries/claim-by-number.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { asksForPlace, render, renderPiece } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';
import { standingOf } from './standing.ts';

const nobody = ['Nobody has to decide it any more'];

/** `GET /<tenant>/claims/<number>/standing`: why a claim stands where it stands, for the row that asks or as a page. */
export async function showStanding(c: Context<AppEnv>): Promise<Response> {
  const number = c.req.param('number') ?? '';
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const [desk, claim] = await Promise.all([openDesk(c), claimByNumber(db, number)]);
  if (claim === null) return answer(c, refuse('not_found', 'There is no claim of this number.'));
  const words = standingOf(desk, claim) ?? nobody;
  if (asksForPlace(c)) return renderPiece(c, <span>{standingWords(words)}</span>);
  const content = <StandingPage {...{ slug: desk.slug, number, words }} />;
  return render(c, staffView(c, desk, { title: `Place of ${number}`, nav: 'claims' }, content));
}
