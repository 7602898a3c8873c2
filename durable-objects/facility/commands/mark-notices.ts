import type { FacilityHandler } from '../handler.ts';

/** Notices seen up to a number; nobody has seen one that is not there yet. */
export const markNotices: FacilityHandler<'MarkNotices'> = {
  wants: () => [],
  decide: (input, { memory, principal }) => {
    const seq = Math.min(input.seq, memory.noticeIds.last);
    memory.marks.add(principal.id, seq);
    return { outcome: { seq }, subject: `staff:${principal.id}`, data: { seq }, did: {} };
  },
};
