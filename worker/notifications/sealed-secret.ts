import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from '../derived-key.ts';
import type { SignsWithKey } from '../signing-key.ts';

const tag_bytes = 16;
const iv_bytes = 12;

const keyOf = (env: SignsWithKey) => derivedKey(env, { purpose: 'vetra channel secrets' });

/** A password or a signing secret as it is stored (AES-256-GCM). */
export function sealSecret(env: SignsWithKey, secret: string): string {
  const iv = randomBytes(iv_bytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(env), iv);
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([iv, text]).toString('base64');
}

/** The secret again; null: it was sealed with another key, and has to be entered anew. */
export function openSecret(env: SignsWithKey, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length <= iv_bytes + tag_bytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(env), bytes.subarray(0, iv_bytes));
  decipher.setAuthTag(bytes.subarray(-tag_bytes));
  try {
    const text = decipher.update(bytes.subarray(iv_bytes, -tag_bytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
