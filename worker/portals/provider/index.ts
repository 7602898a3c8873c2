import { Hono } from 'hono';
import { patterns } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { guard, memberOf } from '../../middleware/guard.ts';
import { answerQuery, showClaim } from './claim.tsx';
import { showClaims } from './claims.tsx';
import { showDashboard } from './dashboard.tsx';
import { assessDraft } from './draft-assessment.tsx';
import { saveDraftStep, showDraftStep } from './draft-step.ts';
import { backToReview, submitDraft } from './draft-submission.ts';
import { beginDraft, discardDraft, showDrafts } from './drafts.tsx';
import { askEligibility, showEligibility } from './eligibility.tsx';
import { markNotices, showNotices } from './notices.tsx';
import { searchDiagnosesFor, searchServicesFor } from './search.tsx';

const at = patterns.provider;

/** The facility's portal: one account, many tenants. A GET never changes anything. */
export const providerPortal = new Hono<AppEnv>();
providerPortal.get(at.dashboard, guard('facility.dashboard.view'), showDashboard);
providerPortal.get(at.claims, guard('facility.claim.view'), showClaims);
providerPortal.get(at.claim, guard('facility.claim.view'), showClaim);
providerPortal.post(at.answers, guard('facility.claim.answer'), answerQuery);
providerPortal.get(at.drafts, guard('facility.claim.draft'), showDrafts);
providerPortal.post(at.drafts, guard('facility.claim.draft'), beginDraft);
providerPortal.post(at.draftDiscard, guard('facility.claim.draft'), discardDraft);
providerPortal.get(at.draftSubmission, guard('facility.claim.submit'), backToReview);
providerPortal.post(at.draftSubmission, guard('facility.claim.submit'), submitDraft);
providerPortal.get(at.draft, guard('facility.claim.draft'), showDraftStep);
providerPortal.post(at.draft, guard('facility.claim.draft'), saveDraftStep);
providerPortal.get(at.eligibility, guard('facility.eligibility.view'), showEligibility);
providerPortal.post(at.eligibility, guard('facility.eligibility.view'), askEligibility);
providerPortal.get(at.draftAssessment, guard('facility.claim.draft'), assessDraft);
providerPortal.get(at.diagnoses, guard('facility.claim.draft'), searchDiagnosesFor);
providerPortal.get(at.services, guard('facility.claim.draft'), searchServicesFor);
providerPortal.get(at.notices, memberOf('facility'), showNotices);
providerPortal.post(at.notices, memberOf('facility'), markNotices);
