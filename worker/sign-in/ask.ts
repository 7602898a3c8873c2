import type { Context } from 'hono';
import { paths } from '../../views/paths.ts';
import { problem } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { asksForPiece, leaveFor, render } from '../render.tsx';
import { signInView } from './view.tsx';

/** Where a person wanted to go, to be taken there after signing in; only what can be looked at again. */
function wanted(c: Context<AppEnv>): string | undefined {
  const { pathname, search } = new URL(c.req.url);
  return c.req.method === 'GET' ? pathname + search : undefined;
}

/** Answers a request of nobody: the sign-in form in place, and a whole new page where htmx asked for a piece. */
export async function askToSignIn(c: Context<AppEnv>): Promise<Response> {
  if (c.var.speaks === 'problem') return problem(c, 401, 'You are not signed in.');
  if (asksForPiece(c)) return leaveFor(c, paths.signIn(), 401);
  return render(c, await signInView(c.env, { next: wanted(c) }), 401);
}
