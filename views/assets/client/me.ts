/** The script of the enrollee's portal: what its pages need, and nothing of the staff's. */
import './htmx.ts';
import 'htmx.org/dist/ext/hx-preload.js';
import { startCard } from './card.ts';
import { startDevice } from './device.ts';
import { startFocus } from './focus.ts';
import { startKeys } from './keys.ts';
import { startLive } from './live.ts';
import { startLock } from './lock.ts';
import { startNear } from './near.ts';
import { startOverlays } from './overlay.ts';
import { startPush } from './push.ts';
import { startTrouble } from './trouble.ts';

startFocus();
startKeys();
startOverlays();
startTrouble();
startLive();
startLock();
startDevice();
startNear();
startCard();
startPush();
