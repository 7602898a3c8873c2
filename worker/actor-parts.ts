import type { ActorParts } from '../durable-objects/actor/parts.ts';
import { bucketOf } from './databases/bucket.ts';
import { connect } from './databases/connect.ts';
import { createDatabase } from './databases/create-database.ts';
import type { Env } from './env.ts';
import { renderFrames } from './live/frames.tsx';

/** What every actor is handed. */
export function actorParts(env: Env): ActorParts {
  const bucket = bucketOf(env);
  return {
    ...(bucket && { bucket }),
    clock: Date.now,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    connect: (database) => connect(env, database),
    createDatabase: (database) => createDatabase(env, database),
    frames: renderFrames,
  };
}
