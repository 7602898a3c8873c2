import { type Call, staffCall } from './call.ts';
import type { World } from './world.ts';

/** Requests for permission, in both portals. */
export const authorizationCalls = ({ tenant }: World): Record<string, Call> => {
  const root = `/${tenant.slug}/authorizations`;
  return {
    'GET /:tenant/authorizations': staffCall(root),
  };
};
