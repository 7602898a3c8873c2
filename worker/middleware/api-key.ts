import type { MiddlewareHandler } from 'hono';
import { problem } from '../answer.ts';
import { readApiKey } from '../directory/api-key.ts';
import { openDirectory } from '../directory/directory.ts';
import { findApiKey } from '../directory/find-api-key.ts';
import type { AppEnv } from '../env.ts';

/** Lets in whoever sends a valid key, as that key; without one the API answers nothing. */
export const apiKey: MiddlewareHandler<AppEnv> = async (c, next) => {
  const sent = readApiKey(c.req.header('x-api-key') ?? '');
  const found = sent === null ? null : await findApiKey(await openDirectory(c.env), sent);
  if (!found) return problem(c, 401, 'Send a valid API key in the header x-api-key.');
  c.set('principal', found.principal);
  c.set('organisation', found.organisation);
  return next();
};
