import { Hono } from 'hono';
import { patterns } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { guard, publicDoor } from '../../middleware/guard.ts';
import { showCard } from './card.tsx';
import { showDashboard } from './dashboard.tsx';
import { atDesk } from './desk.ts';
import { sendWorker, showOffline } from './device.tsx';

const at = patterns.me;

/** A covered person's own portal. A GET never changes anything. */
export const mePortal = new Hono<AppEnv>();
mePortal.get(at.worker, publicDoor, sendWorker);
mePortal.get(at.offline, publicDoor, showOffline);
mePortal.get(at.dashboard, guard('me.view'), atDesk(showDashboard));
mePortal.get(at.card, guard('me.view'), atDesk(showCard));
