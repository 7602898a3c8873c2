import { placeKey, type StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import { type Claim, openStates } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import {
  investigationIdOf,
  investigationNumber,
} from '../../../schema/domain/investigations/investigation.ts';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { PlaceNamed } from '../../../schema/forms/attachments.ts';
import { holds } from '../../actor/authorize.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';
import { claimWants, findClaim } from '../on-claim.ts';

/** Everything that is kept in one place. */
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

/** The investigation that a place belongs to, by its number; null: it is none's. */
export function investigationAt(place: string): string | null {
  const id = /^investigation:(\d+)$/.exec(place)?.[1];
  return id === undefined ? null : investigationNumber(Number(id));
}

/** What must be in memory to know what is at a place that a command names. */
export function placeWants(memory: TenantMemory, place: PlaceNamed): Want[] {
  if (place.kind === 'investigation') {
    const id = investigationIdOf(place.number);
    const own = { shelf: memory.investigations, key: place.number };
    return id === null ? [] : [own, ...folderWants(memory, placeKey({ kind: 'investigation', id }))];
  }
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
  const investigation = investigationAt(file.place);
  if (investigation !== null) wants.push({ shelf: memory.investigations, key: investigation });
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

const claimKeepers = ['claim.create', 'claim.review'] as const;

/** Null where whoever asks may change what is kept there: what an investigation collects is for those who lead it, and nothing else is. */
export function refuseUnlessKeeper(place: string, { memory, principal }: TenantContext): Refusal | null {
  const isTenants = principal.organisation.kind === 'tenant';
  const may = (permission: Permission) => isTenants && holds(memory.people, principal, permission);
  if (investigationAt(place) !== null)
    return may('investigation.manage') ? null : refuse('not_found', 'There is no such investigation.');
  if (!isTenants || claimKeepers.some(may)) return null;
  return refuse('forbidden', 'Your role does not add files to claims.');
}

/** The key of the place that a command names, if whoever sends it may keep files there. */
export function placeMeant(place: PlaceNamed, context: TenantContext): string | Refusal {
  const { memory, principal } = context;
  const { kind, id } = principal.organisation;
  if (place.kind === 'loose') return refuseUnlessKeeper(placeKey(place), context) ?? placeKey(place);
  if (place.kind === 'draft') {
    const isOwn = kind === 'facility' && id === place.facilityId;
    return isOwn ? placeKey(place) : refuse('not_found', 'There is no such draft.');
  }
  if (place.kind === 'investigation') {
    const found = memory.investigations.get(place.number);
    if (!found) return refuse('not_found', 'There is no such investigation.');
    const key = placeKey({ kind: 'investigation', id: found.id });
    return refuseUnlessKeeper(key, context) ?? key;
  }
  const claim = findClaim(memory, place.number, principal);
  if (isRefusal(claim)) return claim;
  const may = kind !== 'facility' || answers.some((each) => principal.permissions.includes(each));
  if (!may) return refuse('forbidden', 'Your role does not add files to claims that were filed.');
  const key = placeKey({ kind: 'claim', id: claim.id });
  return refuseUnlessKeeper(key, context) ?? refuseUnlessOpen(claim) ?? key;
}
