import type { TenantHandler } from '../handler.ts';

/** Notices seen up to a number. */
export const markNotices: TenantHandler<'MarkNotices'> = {
  wants: () => [],
  decide: ({ seq }, { memory, principal }) => {
    memory.marks.add(principal.id, seq);
    return { outcome: { seq }, subject: `staff:${principal.id}`, data: { seq }, did: {} };
  },
};
