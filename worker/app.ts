import { Hono } from 'hono';
import { patterns } from '../views/paths.ts';
import { alertLinks } from './alerts/link.tsx';
import { api } from './api/v1/index.ts';
import { serveAsset } from './assets.ts';
import { attachmentOrigin } from './attachments/own-origin.ts';
import { facilityFiles, staffFiles } from './attachments/routes.ts';
import { docs } from './docs/index.tsx';
import type { AppEnv } from './env.ts';
import { health } from './health.ts';
import { internal } from './internal/index.ts';
import { live } from './live/index.ts';
import { compressed } from './middleware/compressed.ts';
import { onFault, onNotFound } from './middleware/faults.ts';
import { publicDoor } from './middleware/guard.ts';
import { limitAddress, limitPerson } from './middleware/rate-limits.ts';
import { realAddress, requestLimits, streamsFiles, takesFile } from './middleware/request-limits.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { session } from './middleware/session.ts';
import { speaks } from './middleware/speaks.ts';
import { mePortal } from './portals/me/index.ts';
import { providerPortal } from './portals/provider/index.ts';
import { staffPortal } from './portals/staff/index.ts';
import { signIn } from './sign-in/index.ts';

/**
 * Everything that answers, in the order in which a request meets it. What programs use stands before the session, which
 * it does without; a tenant's short name stands last, because it would match every other first part of an address.
 */
export const app = new Hono<AppEnv>();
app.onError(onFault);
app.notFound(onNotFound);

app.use(attachmentOrigin, securityHeaders, compressed, speaks('page'));
app.get(patterns.assets, publicDoor, (c) => serveAsset(c.req.raw) ?? onNotFound(c));

app.use(patterns.health, speaks('problem'));
app.get(patterns.health, publicDoor, health);

// The API reads keys instead of cookies, and has limits and refusals of its own.
app.use(patterns.api.all, speaks('problem'), limitAddress);
app.route(patterns.api.root, api);
app.use(patterns.docs, limitAddress);
app.route(patterns.docs, docs);

app.use(patterns.internal.all, speaks('problem'));
app.use(patterns.staff.importNew, takesFile);
for (const { files } of [patterns.files.draft, patterns.files.claim, patterns.files.staff])
  app.post(files, streamsFiles);
app.use(requestLimits, realAddress, sameOrigin);
app.route('/', internal);
app.use(session, limitAddress, limitPerson);
app.route('/', signIn);
app.route('/', alertLinks);
app.route('/', live);
app.route('/', facilityFiles);
app.route('/', providerPortal);
app.route('/', mePortal);
app.route('/', staffFiles);
app.route('/', staffPortal);
