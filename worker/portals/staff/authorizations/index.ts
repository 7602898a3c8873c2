import { Hono } from 'hono';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { guard } from '../../../middleware/guard.ts';
import { putClocks, showClocks } from './clocks.tsx';
import { confirmRequestProposal, decideRequest, declineRequestProposal } from './decisions.ts';
import { showAuthorizations } from './queue.tsx';
import { showRequest } from './request-view.tsx';
import { putRule, showRule, showRules } from './rules.tsx';
import { decideAppeal, dischargeRequest, extendRequest } from './steps.ts';
import { assessByTelephone, fileByTelephone, showTelephone } from './telephone.tsx';

const at = patterns.staff;

/** Pre-authorizations in the staff's portal. A GET never changes anything. */
export const authorizationPages = new Hono<AppEnv>();
authorizationPages.get(at.authorizations, guard('authorization.view'), showAuthorizations);
// before the requests by their numbers, among which it would be looked for
authorizationPages.get(at.newAuthorization, guard('authorization.create'), showTelephone);
authorizationPages.post(at.newAuthorization, guard('authorization.create'), fileByTelephone);
authorizationPages.post(at.newAuthorizationAssessment, guard('authorization.create'), assessByTelephone);
authorizationPages.get(at.authorizationRules, guard('authorization.rule_view'), showRules);
authorizationPages.get(at.authorizationRule, guard('authorization.rule_view'), showRule);
authorizationPages.post(at.authorizationRule, guard('authorization.rule_update'), putRule);
authorizationPages.get(at.authorization, guard('authorization.view'), showRequest);
authorizationPages.post(at.authorizationDecisions, guard('authorization.decide'), decideRequest);
const second = guard('authorization.decide', 'authorization.appeal_decide');
authorizationPages.post(at.authorizationConfirmations, second, confirmRequestProposal);
authorizationPages.post(at.authorizationDeclines, second, declineRequestProposal);
authorizationPages.get(at.authorizationClocks, guard('settings.view'), showClocks);
authorizationPages.post(at.authorizationClocks, guard('settings.update'), putClocks);
authorizationPages.post(at.authorizationExtensions, guard('authorization.decide'), extendRequest);
authorizationPages.post(at.authorizationDischarges, guard('authorization.decide'), dischargeRequest);
authorizationPages.post(at.appealDecisions, guard('authorization.appeal_decide'), decideAppeal);
