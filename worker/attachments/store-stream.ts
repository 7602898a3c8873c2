import { chunk_bytes, file_bytes_max } from '../../schema/domain/attachments/limits.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/domain/refusal.ts';

/** Stores one piece, by its place. */
export type StorePiece = (n: number, bytes: Uint8Array) => Promise<{ refused?: false } | Refusal>;

const tooLarge = refuse('invalid', 'This file is larger than 10 MB: make it smaller, or split it.', [
  { field: 'file', message: 'This file is larger than 10 MB: make it smaller, or split it.' },
]);

/** Cuts a stream into pieces and stores them one after the other; holds one piece at a time. Answers how many bytes came. */
export async function storeStream(
  source: AsyncIterable<Uint8Array>,
  store: StorePiece,
): Promise<number | Refusal> {
  const piece = new Uint8Array(chunk_bytes);
  let held = 0;
  let n = 0;
  for await (let bytes of source) {
    if (n * chunk_bytes + held + bytes.length > file_bytes_max) return tooLarge;
    while (bytes.length > 0) {
      const room = bytes.subarray(0, chunk_bytes - held);
      piece.set(room, held);
      held += room.length;
      bytes = bytes.subarray(room.length);
      if (held < chunk_bytes) continue;
      const stored = await store(n, piece.slice());
      if (isRefusal(stored)) return stored;
      n += 1;
      held = 0;
    }
  }
  if (held > 0) {
    const stored = await store(n, piece.slice(0, held));
    if (isRefusal(stored)) return stored;
  }
  return n * chunk_bytes + held;
}
