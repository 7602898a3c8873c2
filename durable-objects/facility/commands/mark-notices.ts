import type { FacilityHandler } from '../handler.ts';

/** Notices seen up to a number. */
export const markNotices: FacilityHandler<'MarkNotices'> = {
  wants: () => [],
  decide: ({ seq }, { memory, principal }) => {
    memory.marks.add(principal.id, seq);
    return { outcome: { seq }, subject: `staff:${principal.id}`, data: { seq }, did: {} };
  },
};
