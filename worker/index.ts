import { FacilityActor } from '../durable-objects/facility/facility.ts';
import { MemberActor } from '../durable-objects/member/member.ts';
import { TenantActor } from '../durable-objects/tenant/tenant.ts';
import { actorParts } from './actor-parts.ts';
import { app } from './app.ts';
import { derivedKey } from './derived-key.ts';
import type { Env } from './env.ts';
import { exportSourceOf } from './exports/export-source.ts';
import { renderFrames } from './live/frames.tsx';
import { messengerOf } from './notifications/messenger.ts';

/** One per tenant. */
export class Tenant extends TenantActor {
  constructor(ctx: DurableObjectState, env: Env) {
    const facility = (id: string) => env.FACILITY.get(env.FACILITY.idFromName(id));
    const member = (id: string) => env.MEMBER.get(env.MEMBER.idFromName(id));
    const cursorKey = (id: string) =>
      derivedKey(env, { purpose: 'vetra queue cursors', salt: id, bytes: 16 });
    super(ctx, env, { ...actorParts(env), facility, member, messenger: messengerOf(env), cursorKey });
  }
}

/** One per facility. */
export class Facility extends FacilityActor {
  constructor(ctx: DurableObjectState, env: Env) {
    const tenant = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));
    super(ctx, env, { ...actorParts(env), tenant });
  }
}

/** One per enrollee. */
export class Member extends MemberActor {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env, { frames: renderFrames, clock: Date.now, exports: exportSourceOf(env) });
  }
}

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
