import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Env } from '../env.ts';

const iv_bytes = 12;
const tag_bytes = 16;

/** Which piece it is: one that was put in another's place does not open. */
export interface PiecePlace {
  exportId: string;
  file: number;
  n: number;
}

const aboutOf = ({ exportId, file, n }: PiecePlace) => Buffer.from(`${exportId}/${file}/${n}`);

/** A key for each export, which follows from the installation's. */
const keyOf = ({ SESSION_KEY }: Pick<Env, 'SESSION_KEY'>, { exportId }: PiecePlace) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(SESSION_KEY, 'base64'), exportId, 'vetra own exports', 32));

/** A piece as it is kept (AES-256-GCM). */
export function sealPiece(env: Pick<Env, 'SESSION_KEY'>, place: PiecePlace, bytes: Buffer): Uint8Array {
  const iv = randomBytes(iv_bytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(env, place), iv);
  cipher.setAAD(aboutOf(place));
  return Uint8Array.from(Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
}

/** The piece again; throws where it is none, or another. */
export function openPiece(env: Pick<Env, 'SESSION_KEY'>, place: PiecePlace, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(env, place), bytes.subarray(0, iv_bytes));
  decipher.setAAD(aboutOf(place));
  decipher.setAuthTag(bytes.subarray(-tag_bytes));
  return Buffer.concat([decipher.update(bytes.subarray(iv_bytes, -tag_bytes)), decipher.final()]);
}
