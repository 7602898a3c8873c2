import { type Call, form } from './call.ts';
import type { World } from './world.ts';

/** Piles are of one facility and month: another insurer has none by that name. */
export const pileCalls = ({ tenant, facility, waiting, batch }: World): Record<string, Call> => {
  const root = `/${tenant.slug}/piles`;
  const pile = `${root}/${facility.id}/2026-11`;
  const call = (path: string, own: Partial<Call> = {}): Call => ({
    area: 'staff',
    path,
    refused: [404],
    ...own,
  });
  const shown = { shows: 'tenant' } as const;
  return {
    'GET /:tenant/piles': call(root, shown),
    'GET /:tenant/piles/:facility/:month': call(pile, shown),
    'POST /:tenant/piles/:facility/:month/next': call(`${pile}/next`, { body: form() }),
    'POST /:tenant/piles/:facility/:month/batches': call(`${pile}/batches`, {
      body: form({ claims: waiting }),
    }),
    'GET /:tenant/piles/:facility/:month/batches/:batch': call(`${pile}/batches/${batch}`, shown),
    'POST /:tenant/piles/:facility/:month/batches/:batch/decisions': call(
      `${pile}/batches/${batch}/decisions`,
      { body: form({ verb: 'approve' }) },
    ),
  };
};
