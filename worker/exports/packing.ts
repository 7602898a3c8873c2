import { Buffer } from 'node:buffer';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** How far a file of an archive is. Its pieces, one after the other, are one deflated stream. */
export interface FileSoFar {
  crc: number;
  size: number;
  packed: number;
  /** pieces so far */
  pieces: number;
}

/** A file that nothing is in yet. */
export const nothingYet: FileSoFar = { crc: 0, size: 0, packed: 0, pieces: 0 };

/** The last block of a deflated stream, with nothing in it (RFC 1951, 3.2.6). */
const lastBlock = Buffer.from([0x03, 0x00]);

/**
 * The next piece of a file, and how far the file is with it. Each piece ends on a byte and looks back at none before it, so
 * that pieces made at different times, by different processes, make one stream.
 */
export function packed(before: FileSoFar, text: string, isLast: boolean): [Buffer, FileSoFar] {
  const bytes = Buffer.from(text);
  const deflated = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const piece = isLast ? Buffer.concat([deflated, lastBlock]) : deflated;
  return [
    piece,
    {
      crc: crc32(bytes, before.crc),
      size: before.size + bytes.length,
      packed: before.packed + piece.length,
      pieces: before.pieces + 1,
    },
  ];
}
