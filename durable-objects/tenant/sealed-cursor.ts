import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cursor } from './place.ts';

/** A rank and an id take seven bytes each; the two that remain of a block are nought. */
const number_bytes = 7;
const nought = Buffer.alloc(2);
/** seven signed bytes, but no more than a number holds exactly */
const half = 2n ** 55n;

const bytesOf = ({ rankAt, id }: Cursor): Buffer =>
  Buffer.from(
    [rankAt, id]
      .map((value) => (BigInt(value) + half).toString(16).padStart(2 * number_bytes, '0'))
      .join('') + nought.toString('hex'),
    'hex',
  );

const numberAt = (block: Buffer, from: number): number =>
  Number(BigInt(`0x${block.toString('hex', from, from + number_bytes)}`) - half);

/**
 * Writes and reads where a page of the queue ended, as text for an address. A rank tells of a claim's risk, so the text tells nothing and
 * nobody can make one up: a cursor is one block of AES under the tenant's own key.
 */
export class SealedCursors {
  readonly #key: Uint8Array;

  /** @param key 16 bytes (AES-128) */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  write(cursor: Cursor): string {
    const cipher = createCipheriv('aes-128-ecb', this.#key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(bytesOf(cursor)), cipher.final()]).toString('base64url');
  }

  /** The cursor again; null where the text is none of this tenant's. */
  read(text: string): Cursor | null {
    const sealed = Buffer.from(text, 'base64url');
    if (sealed.length !== 2 * number_bytes + nought.length) return null;
    const decipher = createDecipheriv('aes-128-ecb', this.#key, null).setAutoPadding(false);
    const block = Buffer.concat([decipher.update(sealed), decipher.final()]);
    if (!block.subarray(-nought.length).equals(nought)) return null;
    return { rankAt: numberAt(block, 0), id: numberAt(block, number_bytes) };
  }
}
