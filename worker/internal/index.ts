import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import { patterns } from '../../views/paths.ts';
import type { AppEnv } from '../env.ts';
import { onNotFound } from '../middleware/faults.ts';
import { publicDoor } from '../middleware/guard.ts';
import { makeAccount } from './accounts.ts';
import { doCommands } from './commands.ts';
import { showJudgements } from './judgements.ts';
import { showViews } from './views.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The launcher's own token, or there is nothing here; at the edge there is no such token. */
const systemDoor: MiddlewareHandler<AppEnv> = async (c, next) => {
  const wanted = c.env.SYSTEM_TOKEN;
  const given = c.req.header('x-vetra-system') ?? '';
  if (!wanted || !timingSafeEqual(digest(wanted), digest(given))) return onNotFound(c);
  return next();
};

/** Doors of the machine itself: the launcher fills an empty installation through them. */
export const internal = new Hono<AppEnv>()
  .use(patterns.internal.all, systemDoor)
  .post(patterns.internal.accounts, publicDoor, makeAccount)
  .post(patterns.internal.commands, publicDoor, doCommands)
  .post(patterns.internal.judgements, publicDoor, showJudgements)
  .post(patterns.internal.views, publicDoor, showViews);
