import { eq } from 'drizzle-orm';
import type { MiddlewareHandler } from 'hono';
import { sessions } from '../../schema/tables/directory/sessions.ts';
import { openDirectory } from '../directory/directory.ts';
import { readSession } from '../directory/read-session.ts';
import { tokenOf } from '../directory/session-cookie.ts';
import { seen_precision_ms } from '../directory/session-times.ts';
import { readSessionToken } from '../directory/session-token.ts';
import type { AppEnv } from '../env.ts';
import { here } from './here.ts';

/** Reads who is signed in, afresh in every request: a session that was ended, a role that was changed, counts at once. */
export const session: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('session', null);
  const token = tokenOf(c);
  const id = token === undefined ? null : await readSessionToken(c.env, token);
  if (id === null) return next();
  const directory = await openDirectory(c.env);
  const now = Date.now();
  const found = await readSession(directory, id, now);
  c.set('session', found);
  if (!found) return next();
  const leave = here.come(`person ${found.accountId}`, now);
  try {
    if (now - found.seenAt > seen_precision_ms)
      await directory.update(sessions).set({ seenAt: now }).where(eq(sessions.id, id));
    return await next();
  } finally {
    leave(Date.now());
  }
};
