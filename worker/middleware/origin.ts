import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';

/** The origin under which browsers know this installation. */
export const ownOrigin = (c: Context<AppEnv>): string => c.env.ORIGIN ?? new URL(c.req.url).origin;

/** Whether browsers reach this installation by https, directly or through a proxy. */
export const isSecure = (c: Context<AppEnv>): boolean => ownOrigin(c).startsWith('https:');
