import { Hono } from 'hono';
import { patterns } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { guard } from '../../middleware/guard.ts';
import { showDashboard } from './dashboard.tsx';
import { atDesk } from './desk.ts';

const at = patterns.me;

/** A covered person's own portal. A GET never changes anything. */
export const mePortal = new Hono<AppEnv>();
mePortal.get(at.dashboard, guard('me.view'), atDesk(showDashboard));
