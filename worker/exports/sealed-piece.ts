import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { openChunk, sealChunk } from '../../durable-objects/tenant/files/chunk-seal.ts';
import { derivedKey } from '../derived-key.ts';
import type { SignsWithKey } from '../signing-key.ts';

/** Which piece it is: one that was put in another's place does not open. */
export interface PiecePlace {
  exportId: string;
  file: number;
  n: number;
}

/** What its pieces are bound to, and their key: each export has its own, which follows from the installation's. */
function fileOf(env: SignsWithKey, { exportId, file }: PiecePlace) {
  const key = derivedKey(env, { purpose: 'vetra own exports', salt: exportId });
  return { id: `${exportId}/${file}`, key: key.toString('base64') };
}

/** A piece as it is kept, sealed as a piece of an attachment is. */
export const sealPiece = (env: SignsWithKey, place: PiecePlace, bytes: Buffer): Uint8Array =>
  sealChunk(fileOf(env, place), place.n, bytes, randomBytes(12));

/** The piece again; throws where it is none, or another. */
export function openPiece(env: SignsWithKey, place: PiecePlace, sealed: Uint8Array): Buffer {
  const piece = openChunk(fileOf(env, place), place.n, sealed);
  if (piece === null) throw new Error('a piece of an export does not open');
  return Buffer.from(piece.buffer);
}
