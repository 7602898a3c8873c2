import { createHash } from 'node:crypto';

const text = (value: string) => new TextEncoder().encode(value);

/** Bytes one after the other. */
export function bytesOf(...parts: (string | number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const all = parts.map((part) => (typeof part === 'string' ? text(part) : Uint8Array.from(part)));
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Something that no compression makes smaller and every run makes the same. */
function filling(length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, length));
  let seed = 7;
  for (let i = 0; i < bytes.length; i += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[i] = seed >> 16;
  }
  return bytes;
}

/** A PDF of exactly so many bytes; `inside` is a line of its own in it. */
export function aPdf(size = 400, inside = ''): Uint8Array<ArrayBuffer> {
  const head = `%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${inside}\n`;
  const end = '\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';
  return bytesOf(head, filling(size - head.length - end.length), end);
}

const u32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const u16 = (n: number) => [(n >>> 8) & 255, n & 255];

/** A PNG's bytes as far as anybody looks who does not draw it. */
export const aPng = (width = 40, height = 30, behind = ''): Uint8Array<ArrayBuffer> =>
  bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [...u32(13), ...text('IHDR'), ...u32(width), ...u32(height), 8, 6, 0, 0, 0, 0, 0, 0, 0],
    [...u32(4), ...text('IDAT'), 1, 2, 3, 4, 0, 0, 0, 0],
    [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82],
    behind,
  );

/** A JPEG's, with as many bytes of a camera's notes before its frame. */
export const aJpeg = (width = 40, height = 30, notes = 20): Uint8Array<ArrayBuffer> =>
  bytesOf(
    [0xff, 0xd8, 0xff, 0xe1, ...u16(notes + 2)],
    new Uint8Array(notes),
    [0xff, 0xc0, ...u16(17), 8, ...u16(height), ...u16(width), 3, 1, 17, 0, 2, 17, 1, 3, 17, 1],
    [0xff, 0xda, 0, 2, 1, 2, 3, 4, 5, 6, 0xff, 0xd9],
  );

/** What a browser says of a file's content. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
