import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Env } from '../env.ts';

const tag_bytes = 16;
const iv_bytes = 12;
type Keyed = Pick<Env, 'SESSION_KEY'>;

/** A key of its own, which follows from the installation's: whoever reads the database has no password by that. */
const keyOf = ({ SESSION_KEY }: Keyed) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(SESSION_KEY, 'base64'), '', 'vetra channel secrets', 32));

/** A password or a signing secret as it is stored (AES-256-GCM). */
export function sealSecret(env: Keyed, secret: string): string {
  const iv = randomBytes(iv_bytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(env), iv);
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([iv, text]).toString('base64');
}

/** The secret again; null: it was sealed with another key, and has to be entered anew. */
export function openSecret(env: Keyed, sealed: string): string | null {
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
