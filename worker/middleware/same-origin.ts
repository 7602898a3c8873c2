import type { MiddlewareHandler } from 'hono';
import { answerStatus } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { ownOrigin } from './origin.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a browser says that one of our own pages sent this. Every browser says so with a POST and with a socket. */
export function isFromOwnPage(headers: Headers, own: string): boolean {
  const origin = headers.get('Origin');
  if (origin !== null) return origin === own;
  return headers.get('Sec-Fetch-Site') === 'same-origin';
}

/**
 * Refuses what another site makes a signed-in browser send: unsafe methods and sockets must come from our own origin.
 * Programs that carry no cookie name no origin, and nothing can be forged there.
 */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  const socket = c.req.header('Upgrade')?.toLowerCase() === 'websocket';
  const program = !socket && c.var.speaks === 'problem' && c.req.header('Origin') === undefined;
  if ((safe.has(c.req.method) && !socket) || program) return next();
  if (isFromOwnPage(c.req.raw.headers, ownOrigin(c))) return next();
  return answerStatus(c, 403, 'This was sent from another site. Open the page here and try again.');
};
