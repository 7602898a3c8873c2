import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { expect } from 'vitest';

/** An archive's files, read by its directory as readers do; every head has to be true. */
export function unzipped(archive: Uint8Array): { name: string; text: string }[] {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    expect([bytes.readUInt32LE(at), bytes.readUInt16LE(at + 10)]).toEqual([0x02014b50, 8]);
    const [length, named] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString('utf8', at + 46, at + 46 + named);
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = inflateRawSync(bytes.subarray(from, from + length));
    expect([crc32(content), content.length]).toEqual([
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 24),
    ]);
    at += 46 + named;
    return { name, text: content.toString('utf8') };
  });
}
