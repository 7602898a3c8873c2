import { createHash, randomBytes } from 'node:crypto';
import { freshId } from '../fresh-id.ts';

/** A key as it is shown once, and what is kept of it. */
interface NewApiKey {
  id: string;
  /** `vk_<id>_<secret>` */
  key: string;
  secretHash: string;
}

/** What is kept of a key: the hash of all its text. A slow hash is for what people can remember. */
export const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Makes a key of 32 random bytes. */
export function makeApiKey(id = freshId()): NewApiKey {
  const key = `vk_${id}_${randomBytes(32).toString('base64url')}`;
  return { id, key, secretHash: keyHash(key) };
}
