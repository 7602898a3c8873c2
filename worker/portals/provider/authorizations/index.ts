import { Hono } from 'hono';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { guard } from '../../../middleware/guard.ts';
import { showRequests } from './list.tsx';
import { assessRequest, sendRequest, showNewRequest } from './new-request.tsx';
import { showRequest } from './request.tsx';
import { answerRequest, appealRequest, cancelRequest, dischargeRequest } from './steps.ts';

const at = patterns.provider;
const asking = guard('facility.authorization.request');

/** Pre-authorizations in the facility's portal. A GET never changes anything. */
export const facilityAuthorizations = new Hono<AppEnv>();
facilityAuthorizations.get(at.authorizations, guard('facility.authorization.view'), showRequests);
facilityAuthorizations.get(at.newAuthorization, asking, showNewRequest);
facilityAuthorizations.post(at.newAuthorization, asking, sendRequest);
facilityAuthorizations.post(at.newAuthorizationAssessment, asking, assessRequest);
facilityAuthorizations.get(at.authorization, guard('facility.authorization.view'), showRequest);
facilityAuthorizations.post(at.authorizationAnswers, asking, answerRequest);
facilityAuthorizations.post(at.authorizationCancellations, asking, cancelRequest);
facilityAuthorizations.post(at.authorizationDischarges, asking, dischargeRequest);
facilityAuthorizations.post(at.authorizationAppeals, guard('facility.authorization.appeal'), appealRequest);
