import { createHash, randomBytes } from 'node:crypto';
import { freshId } from '../command.ts';

/** A key as it is shown once, and what is kept of it. */
export interface NewApiKey {
  id: string;
  /** `vk_<id>_<secret>` */
  key: string;
  secretHash: string;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Makes a key: 32 random bytes, of which only the hash is kept (a slow hash is for what people can remember). */
export function makeApiKey(): NewApiKey {
  const id = freshId();
  const secret = randomBytes(32).toString('base64url');
  return { id, key: `vk_${id}_${secret}`, secretHash: hashOf(secret) };
}

/** The id and the secret's hash of a key as sent, or null where it has not the shape of one. */
export function readApiKey(sent: string): { id: string; secretHash: string } | null {
  const [, id, secret] = /^vk_([0-9a-z]{22})_([\w-]{43})$/.exec(sent) ?? [];
  return id !== undefined && secret !== undefined ? { id, secretHash: hashOf(secret) } : null;
}
