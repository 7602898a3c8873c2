import { openStore } from '../../durable-objects/actor/store.ts';
import { openChunk } from '../../durable-objects/tenant/files/chunk-seal.ts';
import { Pieces } from '../../durable-objects/tenant/files/pieces.ts';
import { chunk_bytes, thumbnailChunk } from '../../schema/domain/attachments/limits.ts';
import type { StoredFile } from '../../schema/domain/attachments/stored-file.ts';
import { bucketOf } from '../databases/bucket.ts';
import { connect } from '../databases/connect.ts';
import type { Env } from '../env.ts';

/** A part of a file: from its first byte to its last, both of it. */
export interface Span {
  first: number;
  last: number;
}

const piecesOf = (env: Env, tenantId: string) =>
  new Pieces(openStore(connect(env, `tenant-${tenantId}`)), bucketOf(env));

async function opened(pieces: Pieces, file: StoredFile, n: number): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await pieces.get(file, n);
  const clear = sealed && openChunk(file, n, sealed);
  if (!clear) throw new Error(`piece ${n} of attachment ${file.id} does not open`);
  return clear;
}

/** A file's bytes, or a span of them: one piece at a time, read when whoever gets them is ready for it. */
export function readFile(
  env: Env,
  tenantId: string,
  file: StoredFile,
  span: Span,
): ReadableStream<Uint8Array> {
  const pieces = piecesOf(env, tenantId);
  let n = Math.floor(span.first / chunk_bytes);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const start = n * chunk_bytes;
        if (start > span.last) return controller.close();
        const clear = await opened(pieces, file, n);
        controller.enqueue(clear.subarray(Math.max(0, span.first - start), span.last + 1 - start));
        n += 1;
      },
    },
    { highWaterMark: 0 },
  );
}

/** The small picture of a file. */
export const readThumbnail = (env: Env, tenantId: string, file: StoredFile) =>
  opened(piecesOf(env, tenantId), file, thumbnailChunk);
