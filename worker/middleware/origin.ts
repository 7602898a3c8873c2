import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';

/** The origin under which browsers know this installation; nobody's where a request names no host that could be one. */
export const ownOrigin = (c: Context<AppEnv>): string =>
  c.env.ORIGIN ?? (URL.canParse(c.req.url) ? new URL(c.req.url).origin : '');

/** Whether browsers reach this installation by https, directly or through a proxy. */
export const isSecure = (c: Context<AppEnv>): boolean => ownOrigin(c).startsWith('https:');
