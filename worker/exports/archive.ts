import type { Env } from '../env.ts';
import { archivedFiles } from './export-source.ts';
import { openPiece } from './sealed-piece.ts';
import { archiveEnd, fileHead } from './zip.ts';

type Place = { file: number; n: number };

/** The archive's bytes, one piece after the other: never more than one of them is in memory. */
async function* partsOf(
  env: Env,
  exportId: string,
  cursor: string,
  read: (place: Place) => Promise<Uint8Array | null>,
): AsyncGenerator<Uint8Array> {
  const files = archivedFiles(cursor);
  for (const [file, about] of files.entries()) {
    yield fileHead(about);
    for (let n = 0; n < about.pieces; n += 1) {
      const sealed = await read({ file, n });
      if (sealed === null) throw new Error('a piece of an export is gone');
      yield openPiece(env, { exportId, file, n }, sealed);
    }
  }
  yield archiveEnd(files);
}

/** An export as it is downloaded. */
export function archiveOf(...of: Parameters<typeof partsOf>): ReadableStream<Uint8Array> {
  const parts = partsOf(...of);
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
