import { Hono } from 'hono';
import { patterns } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { guard, publicDoor } from '../../middleware/guard.ts';
import { answerAlert, showAlert, showAlertDialog, showAlerts } from './alerts.tsx';
import { showCard } from './card.tsx';
import { putCardDevice } from './card-devices.ts';
import { answerCheckIn, showCheckIns } from './check-ins.tsx';
import { showClaim, showClaims } from './claims.tsx';
import { showCoverage } from './coverage.tsx';
import { showDashboard } from './dashboard.tsx';
import { atDesk } from './desk.ts';
import { sendWorker, showOffline } from './device.tsx';
import { showPlan } from './plan.tsx';
import { showProviders } from './providers.tsx';

const { me: at, alerts } = patterns;

/** A covered person's own portal. A GET never changes anything. */
export const mePortal = new Hono<AppEnv>();
mePortal.get(at.worker, publicDoor, sendWorker);
mePortal.get(at.offline, publicDoor, showOffline);
mePortal.get(at.dashboard, guard('me.view'), atDesk(showDashboard));
mePortal.get(at.card, guard('me.view'), atDesk(showCard));
mePortal.get(at.coverage, guard('me.view'), atDesk(showCoverage));
mePortal.get(at.plan, guard('me.view'), atDesk(showPlan));
mePortal.get(at.providers, guard('me.view'), atDesk(showProviders));
mePortal.get(at.claims, guard('me.view'), atDesk(showClaims));
mePortal.get(at.claim, guard('me.view'), atDesk(showClaim));
mePortal.post(at.cardDevices, guard('me.update'), atDesk(putCardDevice));
mePortal.get(at.checkIns, guard('me.view'), atDesk(showCheckIns));
mePortal.post(at.checkInAnswers, guard('me.answer_alert'), atDesk(answerCheckIn));
mePortal.get(alerts.list, guard('me.view'), atDesk(showAlerts));
mePortal.get(alerts.one, guard('me.view'), atDesk(showAlert));
mePortal.get(alerts.dialog, guard('me.view'), atDesk(showAlertDialog));
mePortal.post(alerts.answers, guard('me.answer_alert'), atDesk(answerAlert));
