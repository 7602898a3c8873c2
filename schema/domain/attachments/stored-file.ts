import type { Attachment, AttachmentType } from '../claims/attachment.ts';
import type { Moment } from '../dates.ts';
import { case_files_max, files_max, unclaimed_ms_max } from './limits.ts';

/** What a file is kept for: a facility's draft, a claim, a request for permission, an investigation, or nothing yet (an integrator names it when filing). */
export type FilePlace =
  | { kind: 'draft'; facilityId: string; draftId: string }
  | { kind: 'claim'; id: number }
  | { kind: 'authorization'; id: number }
  | { kind: 'investigation'; id: number }
  | { kind: 'loose'; id: string };

/** A place as files are found by it. */
export function placeKey(place: FilePlace): string {
  if (place.kind === 'draft') return `draft:${place.facilityId}:${place.draftId}`;
  return `${place.kind}:${place.id}`;
}

/** A file as it is stored: its bytes stand apart, in pieces that only `key` opens. */
export interface StoredFile {
  id: string;
  /** `placeKey` of what it is kept for */
  place: string;
  /** UPLOADING: on its way; READY: whole and looked at; REMOVED: its key is gone and its bytes follow; ERASED: nothing is left */
  state: 'UPLOADING' | 'READY' | 'REMOVED' | 'ERASED';
  name: string;
  kind: string | null;
  /** what its sender said of it beforehand; null: it came as a stream, whose end nobody knew */
  declared: { size: number; sha256: string } | null;
  /** by its content; null until it is whole */
  type: AttachmentType | null;
  size: number;
  sha256: string | null;
  thumbnail: boolean;
  /** base64 of 32 random bytes, its own: without it the pieces say nothing, wherever they lie */
  key: string;
  /** what its pieces are called in the bucket, where there is one; null: they stand in the database */
  bucket: string | null;
  at: Moment;
  from: 'tenant' | 'facility';
  /** whose it is until a claim has it: the organisation's id */
  owner: string;
  by: string;
  /** when it is deleted if nothing happens; null: never */
  expiresAt: Moment | null;
}

/** Whether a claim could take it, or whoever looks at its place sees it. */
export const isThere = (file: StoredFile, at: Moment): boolean =>
  file.state === 'READY' && (file.expiresAt === null || file.expiresAt > at);

/** Whether its pieces may still come in. */
export const isArriving = (file: StoredFile, at: Moment): boolean =>
  file.state === 'UPLOADING' && (file.expiresAt ?? 0) > at;

/** What a claim says of a file that is ready. */
export function attachmentOf(file: StoredFile): Attachment[] {
  const { id, name, kind, type, size, thumbnail, at, from, by } = file;
  return type === null ? [] : [{ id, name, kind, type, size, thumbnail, at, from, by }];
}

/** What was found of a file once all of it had arrived. */
export interface Found {
  type: AttachmentType;
  size: number;
  sha256: string;
  thumbnail: boolean;
}

/** The file as it is from then on. */
export function finishedFile(file: StoredFile, found: Found, at: Moment): StoredFile {
  const isKept = file.place.startsWith('claim:') || file.place.startsWith('investigation:');
  const expiresAt = isKept ? null : at + unclaimed_ms_max;
  return { ...file, ...found, state: 'READY', expiresAt };
}

/** Why one more file of this content does not come in; null: it may. An investigation has room for more than a claim. */
export function refuseAnother(
  files: readonly StoredFile[],
  sha256: string | undefined,
  at: Moment,
): string | null {
  const there = files.filter((file) => isThere(file, at));
  const same = there.find((file) => file.sha256 === sha256);
  if (same) return `This file is already there, as ${same.name}.`;
  const isOfCase = there[0]?.place.startsWith('investigation:') ?? false;
  const [what, most] = isOfCase ? ['An investigation', case_files_max] : ['A claim', files_max];
  if (there.length >= most)
    return `${what} has at most ${most} files. Remove one, or put several pages into one PDF.`;
  return null;
}

/** The file without its content and its name; its pieces are deleted by and by. */
export const removedFile = (file: StoredFile, at: Moment): StoredFile => ({
  ...file,
  state: 'REMOVED',
  key: '',
  name: '',
  expiresAt: at,
});
