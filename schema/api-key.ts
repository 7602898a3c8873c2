import { createHash, randomBytes } from 'node:crypto';

/** A key as it is shown once, and what is kept of it. */
export interface NewApiKey {
  id: string;
  /** `vk_<id>_<secret>` */
  key: string;
  secretHash: string;
}

/** What is kept of a key: the hash of all its text. A slow hash is for what people can remember. */
export const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Makes the key of this id, of 32 random bytes. */
export function apiKeyOf(id: string): NewApiKey {
  const key = `vk_${id}_${randomBytes(32).toString('base64url')}`;
  return { id, key, secretHash: keyHash(key) };
}
