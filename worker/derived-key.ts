import { Buffer } from 'node:buffer';
import { hkdfSync } from 'node:crypto';
import type { SignsWithKey } from './signing-key.ts';

/**
 * A key for one purpose alone, which follows from the installation's (HKDF, RFC 5869): whoever learns it knows no other, and whoever
 * reads the database has none of them. The same purpose and salt always give the same key.
 */
export function derivedKey(
  { SESSION_KEY }: SignsWithKey,
  { purpose, salt = '', bytes = 32 }: { purpose: string; salt?: string; bytes?: number },
): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(SESSION_KEY, 'base64'), salt, purpose, bytes));
}
