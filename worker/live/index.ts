import { Hono } from 'hono';
import { patterns } from '../../views/paths.ts';
import type { AppEnv } from '../env.ts';
import { guard } from '../middleware/guard.ts';
import { speaks } from '../middleware/speaks.ts';
import { listen } from './listen.ts';

/** Where open pages listen for what changes: one address for sockets, one for networks that break those. */
export const live = new Hono<AppEnv>()
  .get(patterns.live, speaks('problem'), guard('claim.view', 'facility.claim.view', 'me.view'), listen)
  .get(patterns.liveEvents, speaks('problem'), guard('claim.view', 'facility.claim.view', 'me.view'), listen);
