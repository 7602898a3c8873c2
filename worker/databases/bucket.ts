import type { Bucket } from '../../durable-objects/actor/bucket.ts';
import type { Env } from '../env.ts';

/** The bucket that is bound, as actors use it; null: there is none. */
export function bucketOf({ ATTACHMENTS: bound }: Pick<Env, 'ATTACHMENTS'>): Bucket | null {
  if (!bound) return null;
  return {
    put: async (name, bytes) => void (await bound.put(name, bytes)),
    get: async (name) => {
      const found = await bound.get(name);
      return found && new Uint8Array(await found.arrayBuffer());
    },
    delete: (names) => bound.delete(names),
  };
}
