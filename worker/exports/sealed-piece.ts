import { Buffer } from 'node:buffer';
import { hkdfSync, randomBytes } from 'node:crypto';
import { openChunk, sealChunk } from '../../durable-objects/tenant/files/chunk-seal.ts';
import type { Env } from '../env.ts';

/** Which piece it is: one that was put in another's place does not open. */
export interface PiecePlace {
  exportId: string;
  file: number;
  n: number;
}

type Keyed = Pick<Env, 'SESSION_KEY'>;

/** What its pieces are bound to, and their key: each export has its own, which follows from the installation's. */
function fileOf({ SESSION_KEY }: Keyed, { exportId, file }: PiecePlace) {
  const key = hkdfSync('sha256', Buffer.from(SESSION_KEY, 'base64'), exportId, 'vetra own exports', 32);
  return { id: `${exportId}/${file}`, key: Buffer.from(key).toString('base64') };
}

/** A piece as it is kept, sealed as a piece of an attachment is. */
export const sealPiece = (env: Keyed, place: PiecePlace, bytes: Buffer): Uint8Array =>
  sealChunk(fileOf(env, place), place.n, bytes, randomBytes(12));

/** The piece again; throws where it is none, or another. */
export function openPiece(env: Keyed, place: PiecePlace, sealed: Uint8Array): Buffer {
  const piece = openChunk(fileOf(env, place), place.n, sealed);
  if (piece === null) throw new Error('a piece of an export does not open');
  return Buffer.from(piece.buffer);
}
