import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';

const iv_bytes = 12;
const tag_bytes = 16;

/** What a piece is bound to: another file's piece, or this file's in another place, does not open in its stead. */
const boundTo = (fileId: string, n: number) => Buffer.from(`${fileId}:${n}`, 'utf8');

/** A piece of a file, encrypted (AES-256-GCM): nonce, ciphertext, tag. `iv` is 12 random bytes, never used twice with one key. */
export function sealChunk(
  { id, key }: { id: string; key: string },
  n: number,
  bytes: Uint8Array,
  iv: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), iv);
  cipher.setAAD(boundTo(id, n));
  const sealed = new Uint8Array(iv_bytes + bytes.length + tag_bytes);
  sealed.set(iv);
  sealed.set(cipher.update(bytes), iv_bytes);
  cipher.final();
  sealed.set(cipher.getAuthTag(), iv_bytes + bytes.length);
  return sealed;
}

/** Opens it again; null when the key is not its own, it stands in another's place, or it was changed. */
export function openChunk(
  { id, key }: { id: string; key: string },
  n: number,
  sealed: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  if (key === '' || sealed.length < iv_bytes + tag_bytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), sealed.subarray(0, iv_bytes));
  decipher.setAAD(boundTo(id, n));
  decipher.setAuthTag(sealed.subarray(sealed.length - tag_bytes));
  try {
    const clear = decipher.update(sealed.subarray(iv_bytes, sealed.length - tag_bytes));
    decipher.final();
    return new Uint8Array(clear);
  } catch {
    return null;
  }
}
