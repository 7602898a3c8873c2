import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';

/**
 * The headers of an answer that a handler has made, to be changed in place: going through the context would copy the
 * whole response for each of them. One that came from an actor cannot be changed, and is copied once.
 */
export function amendableHeaders(c: Context<AppEnv>): Headers {
  try {
    c.res.headers.set('X-Content-Type-Options', 'nosniff');
  } catch {
    c.res = new Response(c.res.body, c.res);
  }
  return c.res.headers;
}
