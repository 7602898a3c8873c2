import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerStatus } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { onNotFound } from './faults.ts';

/** The most that one request's body may hold; files have a door and a limit of their own. */
const body_bytes_max = 1_000_000;

/** Refuses a body that is too large before it is read into memory. */
export const requestLimits = bodyLimit({
  maxSize: body_bytes_max,
  onError: (c) => answerStatus(c, 413, 'Send at most 1 MB at a time.'),
});

/**
 * Nothing is at an address that is none, because the host was named by something else; nor at one with a NUL in it, which
 * nothing has in its name and no database takes.
 */
export const realAddress: MiddlewareHandler<AppEnv> = async (c, next) =>
  c.req.url.includes('%00') || !URL.canParse(c.req.url) ? onNotFound(c) : next();
