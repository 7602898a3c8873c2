import {
  attachmentOf,
  finishedFile,
  isArriving,
  refuseAnother,
} from '../../../schema/domain/attachments/stored-file.ts';
import { attached } from '../../../schema/domain/investigations/steps.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { fileOfInvestigation } from '../files/of-investigation.ts';
import {
  claimIdAt,
  filePlaceWants,
  filesAt,
  investigationAt,
  putFile,
  refuseUnlessKeeper,
  refuseUnlessOpen,
} from '../files/places.ts';
import type { TenantHandler } from '../handler.ts';
import { changedClaim } from '../on-claim.ts';

/** All of a file is here and was looked at (`FileDesk.beforeFinish`): it is listed from now on, and a claim's is the claim's. */
export const finishUpload: TenantHandler<'FinishUpload'> = {
  wants: (memory, { uploadId }) => filePlaceWants(memory, uploadId),
  decide: ({ uploadId }, context) => {
    const { memory, principal, at } = context;
    const file = memory.files.get(uploadId);
    if (!file || file.owner !== principal.organisation.id || !isArriving(file, at))
      return refuse('not_found', 'There is no such upload, or its time is over: send the file again.');
    const notTheirs = refuseUnlessKeeper(file.place, context);
    if (notTheirs) return notTheirs;
    const found = memory.found.get(uploadId);
    if (found === undefined) return refuse('unavailable', 'The file could not be looked at. Try again.');
    if (isRefusal(found)) return found;
    const no = refuseAnother(filesAt(memory, file.place), found.sha256, at);
    if (no !== null) return refuse('invalid', no, [{ field: 'file', message: no }]);
    const ready = finishedFile(file, found, at);
    const { type, size } = found;
    const outcome = { attachmentId: uploadId };
    const claimId = claimIdAt(file.place);
    const investigation = investigationAt(file.place);
    if (investigation !== null) {
      const change = { step: attached, data: { attachment: uploadId, type, size } };
      return fileOfInvestigation(investigation, ready, change, context);
    }
    if (claimId === null) {
      putFile(memory, ready);
      const subject = `attachment:${uploadId}`;
      return { outcome, subject, data: { type, size }, did: { files: [ready] } };
    }
    const claim = memory.claims.get(claimId);
    const decided = claim ? refuseUnlessOpen(claim) : refuse('not_found', 'There is no such claim.');
    if (!claim || decided) return decided ?? refuse('not_found', 'There is no such claim.');
    putFile(memory, ready);
    const after = { ...claim, attachments: [...claim.attachments, ...attachmentOf(ready)] };
    const changed = changedClaim(claim, after, null, context);
    return {
      ...changed,
      outcome,
      data: { ...changed.data, attachment: uploadId, type, size },
      did: { ...changed.did, files: [ready] },
    };
  },
};
