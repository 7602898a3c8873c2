import { refuse } from '../../../schema/domain/refusal.ts';
import type { FacilityHandler } from '../handler.ts';

/** Throws a draft away; one that was filed stays with its claim. */
export const discardDraft: FacilityHandler<'DiscardDraft'> = {
  wants: (memory, { draftId }) => [{ shelf: memory.drafts, key: draftId }],
  decide: ({ draftId }, { memory }) => {
    const draft = memory.drafts.get(draftId);
    if (!draft || draft.discarded) return refuse('not_found', 'There is no such draft.');
    if (draft.claimNumber) return refuse('wrong_state', `This draft was filed as ${draft.claimNumber}.`);
    memory.drafts.put({ ...draft, discarded: true });
    return { outcome: { draftId }, subject: `draft:${draftId}`, data: { draftId }, did: {} };
  },
};
