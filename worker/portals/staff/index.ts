import { Hono } from 'hono';
import { patterns } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { guard, memberOf } from '../../middleware/guard.ts';
import { issueApiKey, revokeApiKey, showApiKeys } from './api-keys.tsx';
import { showClaim } from './claim.ts';
import { putClaimRules, showClaimRules } from './claim-rules.tsx';
import { showDashboard } from './dashboard.tsx';
import { decideClaim } from './decisions.ts';
import { receiveClaim, releaseLease, renewLease, takeClaim } from './lease.ts';
import { nextClaim } from './next.ts';
import { markNotices, showNotices } from './notices.tsx';
import { showQueue } from './queue.tsx';

const at = patterns.staff;

/** The staff's portal of one tenant. A GET never changes anything. */
export const staffPortal = new Hono<AppEnv>();
staffPortal.get(at.notices, memberOf('tenant'), showNotices);
staffPortal.post(at.notices, memberOf('tenant'), markNotices);
staffPortal.get(at.claimRules, guard('settings.view'), showClaimRules);
staffPortal.post(at.claimRules, guard('settings.update'), putClaimRules);
staffPortal.get(at.apiKeys, guard('integration.manage'), showApiKeys);
staffPortal.post(at.apiKeys, guard('integration.manage'), issueApiKey);
staffPortal.post(at.apiKeyRevocations, guard('integration.manage'), revokeApiKey);
staffPortal.post(at.next, guard('claim.review'), nextClaim);
staffPortal.get(at.claims, guard('claim.view'), showQueue);
staffPortal.get(at.claim, guard('claim.view'), showClaim);
staffPortal.post(at.receipts, guard('claim.receive'), receiveClaim);
staffPortal.post(at.lease, guard('claim.review'), takeClaim);
staffPortal.post(at.leaseRenewals, guard('claim.review'), renewLease);
staffPortal.post(at.leaseRelease, guard('claim.review'), releaseLease);
staffPortal.post(at.decisions, guard('claim.approve', 'claim.query', 'claim.reject'), decideClaim);
staffPortal.get(at.dashboard, guard('dashboard.view'), showDashboard);
