import { Buffer } from 'node:buffer';
import { plainName } from '../../../schema/domain/attachments/file-name.ts';
import { upload_ms_max, uploads_max } from '../../../schema/domain/attachments/limits.ts';
import {
  isArriving,
  refuseAnother,
  type StoredFile,
} from '../../../schema/domain/attachments/stored-file.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { BeginUpload } from '../../../schema/forms/attachments.ts';
import { seal } from '../../actor/seal.ts';
import { claimIdAt, filesAt, placeMeant, placeWants, putFile } from '../files/places.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';

const invalid = (message: string) => refuse('invalid', message, [{ field: 'file', message }]);

function begun(input: BeginUpload, place: string, context: TenantContext): StoredFile {
  const { memory, principal, at, random, hasBucket } = context;
  const { uploadId, name, kind, declared } = input;
  const { organisation } = principal;
  return {
    id: uploadId,
    place,
    state: 'UPLOADING',
    name: plainName(name),
    kind,
    declared,
    type: null,
    size: 0,
    sha256: null,
    thumbnail: false,
    key: Buffer.from(random(32)).toString('base64'),
    bucket: hasBucket ? Buffer.from(random(24)).toString('hex') : null,
    at,
    from: organisation.kind === 'facility' ? 'facility' : 'tenant',
    owner: organisation.id,
    by: memory.people.staff.peek(principal.id)?.name ?? principal.name,
    expiresAt: at + upload_ms_max,
  };
}

/**
 * A file begins to arrive. The same content for the same place goes on where it stopped. Its name is sealed with the file's
 * own key: where the file is erased, so is its name.
 */
export const beginUpload: TenantHandler<'BeginUpload'> = {
  wants: (memory, { place, uploadId }) => [
    { shelf: memory.files, key: uploadId },
    ...placeWants(memory, place),
  ],
  decide: (input, context) => {
    const { memory, principal, at, random } = context;
    const { uploadId, declared } = input;
    const place = placeMeant(input.place, context);
    if (isRefusal(place)) return place;
    if (memory.files.get(uploadId)) return refuse('id_reused', 'There is an upload by this id already.');
    const files = filesAt(memory, place);
    const no = refuseAnother(files, declared?.sha256, at);
    if (no !== null) return invalid(no);
    const arriving = files.filter((file) => isArriving(file, at) && file.owner === principal.organisation.id);
    const same = arriving.find((file) => declared && file.declared?.sha256 === declared.sha256);
    if (!same && arriving.length >= uploads_max)
      return invalid('Too many uploads were begun here and not finished: wait for them, or try tomorrow.');
    const file = same ? { ...same, kind: input.kind } : begun(input, place, context);
    putFile(memory, file);
    const claimId = claimIdAt(place);
    return {
      outcome: { uploadId: file.id, resumed: same !== undefined },
      subject: `attachment:${file.id}`,
      data: {
        ...(claimId === null ? {} : { claim: claimId }),
        size: declared?.size ?? null,
        resumed: same !== undefined,
      },
      sealed: seal({ id: `attachment:${file.id}`, sealKey: file.key }, { name: file.name }, random(12)),
      did: { files: [file] },
    };
  },
};
