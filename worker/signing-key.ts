import { Buffer } from 'node:buffer';
import type { Env } from './env.ts';

let last: { text: string; key: CryptoKey } | null = null;

/** The key that sessions and links to files are signed with (HS256). Every request needs it, so it is read from its text once. */
export async function signingKey({ SESSION_KEY: text }: Pick<Env, 'SESSION_KEY'>): Promise<CryptoKey> {
  if (last?.text === text) return last.key;
  const raw = Buffer.from(text, 'base64');
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
  last = { text, key };
  return key;
}
