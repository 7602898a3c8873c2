import {
  attachmentOf,
  isThere,
  placeKey,
  type StoredFile,
} from '../../../schema/domain/attachments/stored-file.ts';
import type { Attachment } from '../../../schema/domain/claims/attachment.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { FieldError } from '../../../schema/domain/refusal.ts';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantMemory } from '../memory.ts';
import { filesAt, folderWants } from './places.ts';

type Filing = Pick<SubmitClaim, 'draftId' | 'attachments'>;

/** Where the files of the draft that is submitted are; null: it was no draft of a facility's. */
function draftPlace({ draftId }: Filing, { organisation }: Principal): string | null {
  if (draftId === undefined || organisation.kind !== 'facility') return null;
  return placeKey({ kind: 'draft', facilityId: organisation.id, draftId });
}

/** What must be in memory to know which files a claim comes with. */
export function filingFileWants(memory: TenantMemory, input: Filing, principal: Principal): Want[] {
  const place = draftPlace(input, principal);
  const named = (input.attachments ?? []).map((key) => ({ shelf: memory.files, key }));
  return [...(place === null ? [] : folderWants(memory, place)), ...named];
}

/** The files that a claim comes with: those of its draft, and those that it names. */
function filesOfFiling(
  memory: TenantMemory,
  input: Filing,
  principal: Principal,
  at: Moment,
): { files: StoredFile[]; fileErrors: FieldError[] } {
  const place = draftPlace(input, principal);
  const drafted = place === null ? [] : filesAt(memory, place).filter((file) => isThere(file, at));
  const fileErrors: FieldError[] = [];
  const named = (input.attachments ?? []).flatMap((id, i) => {
    const file = memory.files.get(id);
    const isFree =
      file &&
      isThere(file, at) &&
      file.owner === principal.organisation.id &&
      file.place.startsWith('loose:');
    if (isFree) return [file];
    const message = 'There is no such file, or a claim has it already: upload it, then name it by its id.';
    fileErrors.push({ field: `attachments.${i}`, message });
    return [];
  });
  return { files: [...drafted, ...named], fileErrors };
}

/** What intake is told of them. */
export function filesFiled(memory: TenantMemory, input: Filing, principal: Principal, at: Moment) {
  const { files, fileErrors } = filesOfFiling(memory, input, principal, at);
  return { attachments: files.flatMap(attachmentOf), fileErrors };
}

/** The files become the claim's, or the request's, at this place: they are kept as long as it is. */
export function takeFiles(memory: TenantMemory, place: string, attachments: readonly Attachment[]): void {
  if (attachments.length === 0) return;
  const ids = attachments.map(({ id }) => id);
  for (const id of ids) {
    const file = memory.files.get(id);
    if (!file) continue;
    memory.files.put({ ...file, place, expiresAt: null });
    const left = memory.folders.peek(file.place)?.files;
    if (left) memory.folders.put({ place: file.place, files: left.filter((each) => each !== id) });
  }
  memory.folders.put({ place, files: [...(memory.folders.peek(place)?.files ?? []), ...ids] });
}
