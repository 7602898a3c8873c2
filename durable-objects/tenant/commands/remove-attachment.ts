import { isThere, removedFile, type StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { detached } from '../../../schema/domain/investigations/steps.ts';
import { type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import { fileOfInvestigation } from '../files/of-investigation.ts';
import { claimIdAt, filePlaceWants, investigationAt, putFile, refuseUnlessKeeper } from '../files/places.ts';
import type { TenantHandler } from '../handler.ts';
import { changedClaim } from '../on-claim.ts';

/** What an adjudicator may have seen stays: a claim's file can go only while a query is open, and if it came since. */
function refuseOnClaim(claim: Claim, file: StoredFile): Refusal | null {
  if (claim.state === 'QUERIED' && claim.queriedAt !== null && file.at >= claim.queriedAt) return null;
  return refuse('wrong_state', 'This file belongs to a claim that was filed with it: it stays.');
}

/** Takes a file away again: from a draft, from an answer that has not been sent, or from an open investigation. Its key is gone at once. */
export const removeAttachment: TenantHandler<'RemoveAttachment'> = {
  wants: (memory, { attachmentId }) => filePlaceWants(memory, attachmentId),
  decide: ({ attachmentId }, context) => {
    const { memory, principal, at } = context;
    const file = memory.files.get(attachmentId);
    if (!file || file.owner !== principal.organisation.id || !isThere(file, at))
      return refuse('not_found', 'There is no such file.');
    const notTheirs = refuseUnlessKeeper(file.place, context);
    if (notTheirs) return notTheirs;
    const removed = removedFile(file, at);
    const outcome = { attachmentId };
    const investigation = investigationAt(file.place);
    if (investigation !== null) {
      const change = { step: detached, data: { attachment: attachmentId } };
      return fileOfInvestigation(investigation, removed, change, context);
    }
    const claimId = claimIdAt(file.place);
    const claim = claimId === null ? null : memory.claims.get(claimId);
    if (!claim) {
      putFile(memory, removed);
      return { outcome, subject: `attachment:${attachmentId}`, data: {}, did: { files: [removed] } };
    }
    const no = refuseOnClaim(claim, file);
    if (no) return no;
    putFile(memory, removed);
    const attachments = claim.attachments.filter(({ id }) => id !== attachmentId);
    const changed = changedClaim(claim, { ...claim, attachments }, null, context);
    return {
      ...changed,
      outcome,
      data: { ...changed.data, attachment: attachmentId },
      did: { ...changed.did, files: [removed] },
    };
  },
};
