import { Hono } from 'hono';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { guard } from '../../../middleware/guard.ts';
import { disposeClaimEvent, disposeRequestEvent } from './disposals.ts';
import { showRisk } from './events.tsx';
import { showInvestigation } from './investigation.tsx';
import { addClaims, closeInvestigation, liftHold, noteDown, placeHold } from './investigation-steps.ts';
import { openInvestigation, showInvestigations } from './investigations.tsx';
import { putRiskRules, showRiskRules } from './rules.tsx';

const at = patterns.staff;
const manage = guard('investigation.manage');

/** What the risk rules raised, the rules themselves, and what is looked into. */
export const riskPages = new Hono<AppEnv>();
riskPages.get(at.risk, guard('risk.view'), showRisk);
riskPages.get(at.riskRules, guard('risk.view'), showRiskRules);
riskPages.post(at.riskRules, guard('risk.rule_update'), putRiskRules);
riskPages.post(at.disposals, guard('risk.dispose'), disposeClaimEvent);
riskPages.post(at.requestDisposals, guard('risk.dispose'), disposeRequestEvent);
riskPages.get(at.investigations, guard('investigation.view'), showInvestigations);
riskPages.post(at.investigations, manage, openInvestigation);
riskPages.get(at.investigation, guard('investigation.view'), showInvestigation);
riskPages.post(at.investigationClaims, manage, addClaims);
riskPages.post(at.investigationNotes, manage, noteDown);
riskPages.post(at.holds, manage, placeHold);
riskPages.post(at.holdLifts, manage, liftHold);
riskPages.post(at.closings, manage, closeInvestigation);
