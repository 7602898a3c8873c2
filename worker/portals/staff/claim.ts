import type { Context } from 'hono';
import { refuse } from '../../../schema/domain/refusal.ts';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import { type ClaimSaid, claimView } from './claim-view.tsx';

type Status = Parameters<typeof render>[2];

/** Answers with a claim's page as it is now, or that there is no such claim. */
export async function showClaimNumbered(
  c: Context<AppEnv>,
  number: string,
  said?: ClaimSaid,
  status?: Status,
): Promise<Response> {
  const view = await claimView(c, number, said);
  if (view === null) return answer(c, refuse('not_found', 'There is no claim of this number.'));
  return render(c, view, status);
}

/** `GET /<tenant>/claims/<number>`: looking takes nothing. */
export async function showClaim(c: Context<AppEnv>): Promise<Response> {
  return showClaimNumbered(c, c.req.param('number') ?? '');
}
