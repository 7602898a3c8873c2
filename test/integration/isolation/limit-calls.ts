import { type Call, form, staffCall } from './call.ts';
import type { World } from './world.ts';

/** How the walk calls approval limits, proposals, reassigning and the dashboard's lists. */
export function limitCalls({ tenant, queried, waiting }: World): Record<string, Call> {
  const root = `/${tenant.slug}`;
  const on = (number: string, rest: string) => `${root}/claims/${number}/${rest}`;
  const shown = { shows: 'tenant' } as const;
  return {
    'GET /:tenant/claims/counted': staffCall(`${root}/claims/counted?figure=proposals`, shown),
    'POST /:tenant/claims/:number/proposal/confirmations': staffCall(on(queried, 'proposal/confirmations'), {
      body: form({ version: '3' }),
    }),
    'POST /:tenant/claims/:number/proposal/declines': staffCall(on(queried, 'proposal/declines'), {
      body: form({ version: '3', sentence: 'No.' }),
    }),
    'POST /:tenant/claims/:number/reassignments': staffCall(on(waiting, 'reassignments'), {
      body: form({ to: tenant.principal.id }),
    }),
    'GET /:tenant/settings/approval-limits': staffCall(`${root}/settings/approval-limits`, shown),
    'POST /:tenant/settings/approval-limits': staffCall(`${root}/settings/approval-limits`, {
      body: form({ 'claim.admin': '1.00' }),
    }),
  };
}
