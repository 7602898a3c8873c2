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

/** Nothing has a NUL in its name, and no database takes one: an address that holds one leads nowhere. */
export const noNul: MiddlewareHandler<AppEnv> = async (c, next) =>
  c.req.url.includes('%00') ? onNotFound(c) : next();
