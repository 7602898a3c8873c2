import { refuse } from '../../../schema/domain/refusal.ts';
import type { FacilityHandler } from '../handler.ts';

/** Saves what is being entered, as typed. A save on an older version is refused, so that two desks do not overwrite each other. */
export const saveDraft: FacilityHandler<'SaveDraft'> = {
  wants: (memory, { draftId }) => [{ shelf: memory.drafts, key: draftId }],
  decide: ({ draftId, version, body }, { memory, principal, at }) => {
    const found = memory.drafts.get(draftId);
    const before = found?.discarded ? null : found;
    if (before?.claimNumber) return refuse('wrong_state', `This draft was filed as ${before.claimNumber}.`);
    if (version !== (before?.version ?? 0)) {
      if (!before) return refuse('not_found', 'This draft was thrown away.');
      return refuse(
        'stale',
        `Somebody saved this draft meanwhile. Look at what is there now (version ${before.version}), then save again.`,
      );
    }
    const { authorId, authorName, createdAt } = before ?? {
      authorId: principal.id,
      authorName: principal.name,
      createdAt: at,
    };
    const tenantId = body.tenantId || null;
    const next = {
      id: draftId,
      tenantId,
      version: version + 1,
      authorId,
      authorName,
      createdAt,
      savedAt: at,
    };
    memory.drafts.put({ ...next, claimNumber: null, body, discarded: false });
    return {
      outcome: { draftId, version: version + 1, savedAt: at },
      subject: `draft:${draftId}`,
      data: { version: version + 1 },
      did: {},
    };
  },
};
