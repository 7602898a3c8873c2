import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cursor } from './place.ts';

/** One block of AES: a rank and an id, eight bytes each. */
const number_bytes = 8;

/**
 * Writes and reads where a page of the queue ended, as text for an address. A rank tells of a claim's risk, so the text tells nothing and
 * nobody can make one up: a cursor is one block of AES under the tenant's own key, and of blocks made up one in a million reads as two
 * numbers that JavaScript holds exactly.
 */
export class SealedCursors {
  readonly #key: Uint8Array;

  /** @param key 16 bytes (AES-128) */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  write({ rankAt, id }: Cursor): string {
    const block = Buffer.alloc(2 * number_bytes);
    block.writeBigInt64BE(BigInt(rankAt));
    block.writeBigInt64BE(BigInt(id), number_bytes);
    const cipher = createCipheriv('aes-128-ecb', this.#key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
  }

  /** The cursor again; null where the text is none of this tenant's. */
  read(text: string): Cursor | null {
    const sealed = Buffer.from(text, 'base64url');
    if (sealed.length !== 2 * number_bytes) return null;
    const decipher = createDecipheriv('aes-128-ecb', this.#key, null).setAutoPadding(false);
    const block = Buffer.concat([decipher.update(sealed), decipher.final()]);
    const cursor = {
      rankAt: Number(block.readBigInt64BE()),
      id: Number(block.readBigInt64BE(number_bytes)),
    };
    return Object.values(cursor).every(Number.isSafeInteger) ? cursor : null;
  }
}
