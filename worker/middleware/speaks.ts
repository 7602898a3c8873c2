import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';

/** Says how the addresses it is mounted on answer a refusal: with a page for people, or problem+json for programs. */
export const speaks =
  (how: AppEnv['Variables']['speaks']): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.set('speaks', how);
    return next();
  };
