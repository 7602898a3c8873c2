import { placeKey, type StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import { type Claim, openStates } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { PlaceNamed } from '../../../schema/forms/attachments.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';
import { claimWants, findClaim } from '../on-claim.ts';

/** Everything that is kept for one claim or draft. */
export function folderWants(memory: TenantMemory, place: string): Want[] {
  const files = memory.folders.peek(place)?.files ?? [];
  return [{ shelf: memory.folders, key: place }, ...files.map((key) => ({ shelf: memory.files, key }))];
}

/** The files of a place, in the order in which they came. */
export function filesAt(memory: TenantMemory, place: string): StoredFile[] {
  const ids = memory.folders.get(place)?.files ?? [];
  return ids.flatMap((id) => memory.files.get(id) ?? []).sort((a, b) => a.at - b.at);
}

/** A file's row, and its name among those of its place. */
export function putFile(memory: TenantMemory, file: StoredFile): void {
  memory.files.put(file);
  const files = memory.folders.peek(file.place)?.files;
  if (files && !files.includes(file.id))
    memory.folders.put({ place: file.place, files: [...files, file.id] });
}

/** The claim that a place belongs to, by its id; null: it is none's. */
export const claimIdAt = (place: string): string | null => /^claim:(\d+)$/.exec(place)?.[1] ?? null;

/** What must be in memory to know what is at a place that a command names. */
export function placeWants(memory: TenantMemory, place: PlaceNamed): Want[] {
  if (place.kind !== 'claim') return folderWants(memory, placeKey(place));
  const wants = claimWants(memory, place.number);
  const id = claimIdOf(place.number);
  return id === null ? wants : [...wants, ...folderWants(memory, placeKey({ kind: 'claim', id }))];
}

/** What must be in memory to change what is at a file's place. */
export function filePlaceWants(memory: TenantMemory, fileId: string): Want[] {
  const file = memory.files.peek(fileId);
  const wants: Want[] = [{ shelf: memory.files, key: fileId }];
  if (!file) return wants;
  const id = claimIdAt(file.place);
  if (id === null) return [...wants, ...folderWants(memory, file.place)];
  const claim = memory.claims.peek(id);
  const more = claim ? claimWants(memory, claim.number) : [{ shelf: memory.claims, key: id }];
  return [...wants, ...folderWants(memory, file.place), ...more];
}

/** Files are added until it is decided: afterwards they could change nothing. */
export function refuseUnlessOpen({ number, state }: Claim): Refusal | null {
  if (openStates.some((open) => open === state)) return null;
  return refuse('wrong_state', `Claim ${number} is ${state}: files can be added until it is decided.`);
}

const answers = ['facility.claim.answer', 'facility.claim.submit'] as const;

/** The key of the place that a command names, if whoever sends it may keep files there. */
export function placeMeant(place: PlaceNamed, { memory, principal }: TenantContext): string | Refusal {
  const { kind, id } = principal.organisation;
  if (place.kind === 'loose') return placeKey(place);
  if (place.kind === 'draft') {
    const isOwn = kind === 'facility' && id === place.facilityId;
    return isOwn ? placeKey(place) : refuse('not_found', 'There is no such draft.');
  }
  const claim = findClaim(memory, place.number, principal);
  if (isRefusal(claim)) return claim;
  const may = kind !== 'facility' || answers.some((each) => principal.permissions.includes(each));
  if (!may) return refuse('forbidden', 'Your role does not add files to claims that were filed.');
  return refuseUnlessOpen(claim) ?? placeKey({ kind: 'claim', id: claim.id });
}
