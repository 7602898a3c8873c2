import { createHash } from 'node:crypto';
import { inspectFile } from '../../../schema/domain/attachments/inspect.ts';
import {
  chunk_bytes,
  chunksOf,
  file_bytes_max,
  thumbnail_side_max,
  thumbnailChunk,
} from '../../../schema/domain/attachments/limits.ts';
import type { Found, StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import { type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import { openChunk } from './chunk-seal.ts';
import type { Pieces } from './pieces.ts';

/** A picture's size stands in its first half megabyte, behind whatever a camera writes before it. */
const head_bytes = 2 * chunk_bytes;
const tail_bytes = 64 * 1024;

const missing = refuse('wrong_state', 'Not all of this file has arrived yet: send the rest.');

/** Refused because it did not arrive as it was sent: what came is of no use. */
export const spoiled = refuse('stale', 'The file did not arrive as it was sent. Send it again.');

/** The last bytes of a stream of pieces. */
function tailOf(before: Uint8Array, next: Uint8Array): Uint8Array {
  if (next.length >= tail_bytes) return next.slice(-tail_bytes);
  const both = new Uint8Array(before.length + next.length);
  both.set(before);
  both.set(next, before.length);
  return both.slice(-tail_bytes);
}

/** Reads a file through, a piece at a time: its hash, its size, its beginning and its end. */
async function readThrough(file: StoredFile, count: number, pieces: Pieces) {
  const hash = createHash('sha256');
  const head = new Uint8Array(head_bytes);
  let tail: Uint8Array = new Uint8Array(0);
  let size = 0;
  for (let n = 0; n < count; n += 1) {
    const sealed = await pieces.get(file, n);
    const clear = sealed && openChunk(file, n, sealed);
    if (!clear || (n < count - 1 && clear.length !== chunk_bytes)) return null;
    hash.update(clear);
    if (size < head_bytes) head.set(clear.subarray(0, head_bytes - size), size);
    tail = tailOf(tail, clear);
    size += clear.length;
  }
  const sha256 = hash.digest('hex');
  return { sha256, size, ends: { head: head.subarray(0, Math.min(size, head_bytes)), tail } };
}

/** Whether the small picture that came along is one, and small. */
async function isThumbnail(file: StoredFile, pieces: Pieces): Promise<boolean> {
  const sealed = await pieces.get(file, thumbnailChunk);
  const clear = sealed && openChunk(file, thumbnailChunk, sealed);
  if (!clear) return false;
  const found = inspectFile({ head: clear, tail: clear.subarray(-tail_bytes) });
  if (found.fault !== undefined || found.type === 'application/pdf') return false;
  return Math.max(found.width, found.height) <= thumbnail_side_max;
}

/** Looks at all of a file once it has arrived, as it lies: size, hash, kind. */
export async function examine(file: StoredFile, pieces: Pieces): Promise<Found | Refusal> {
  const { declared } = file;
  const there = await pieces.there(file.id);
  const parts = there.filter((n) => n >= 0);
  const count = declared === null ? parts.length : chunksOf(declared.size);
  if (count === 0 || parts.length !== count || parts.at(-1) !== count - 1) return missing;
  const read = await readThrough(file, count, pieces);
  if (read === null || read.size > file_bytes_max) return spoiled;
  if (declared !== null && (declared.size !== read.size || declared.sha256 !== read.sha256)) return spoiled;
  const found = inspectFile(read.ends);
  if (found.fault !== undefined)
    return refuse('invalid', found.fault, [{ field: 'file', message: found.fault }]);
  const isPicture = found.type !== 'application/pdf' && there.includes(thumbnailChunk);
  const thumbnail = isPicture && (await isThumbnail(file, pieces));
  return { type: found.type, size: read.size, sha256: read.sha256, thumbnail };
}
