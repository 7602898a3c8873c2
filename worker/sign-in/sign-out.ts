import type { Context } from 'hono';
import { paths } from '../../views/paths.ts';
import { openDirectory } from '../directory/directory.ts';
import { endSession } from '../directory/end-session.ts';
import { takeToken } from '../directory/session-cookie.ts';
import type { AppEnv } from '../env.ts';
import { leaveFor } from '../render.tsx';

/** Signs out: the session ends everywhere, its sockets close, and the browser forgets what it has seen. */
export async function signOutHere(c: Context<AppEnv>): Promise<Response> {
  if (c.var.session) await endSession(c.env, await openDirectory(c.env), c.var.session);
  takeToken(c);
  c.header('Clear-Site-Data', '"cache", "cookies", "storage"');
  return leaveFor(c, paths.signIn());
}
