import { type Call, form, staffCall } from './call.ts';
import type { World } from './world.ts';

/** Piles are of one facility and month: another insurer has none by that name. */
export const pileCalls = ({ tenant, facility, waiting, batch }: World): Record<string, Call> => {
  const root = `/${tenant.slug}/piles`;
  const pile = `${root}/${facility.id}/2026-11`;
  const shown = { shows: 'tenant' } as const;
  return {
    'GET /:tenant/piles': staffCall(root, shown),
    'GET /:tenant/piles/:facility/:month': staffCall(pile, shown),
    'POST /:tenant/piles/:facility/:month/next': staffCall(`${pile}/next`, { body: form() }),
    'POST /:tenant/piles/:facility/:month/batches': staffCall(`${pile}/batches`, {
      body: form({ claims: waiting }),
    }),
    'GET /:tenant/piles/:facility/:month/batches/:batch': staffCall(`${pile}/batches/${batch}`, shown),
    'POST /:tenant/piles/:facility/:month/batches/:batch/decisions': staffCall(
      `${pile}/batches/${batch}/decisions`,
      { body: form({ verb: 'approve' }) },
    ),
  };
};
