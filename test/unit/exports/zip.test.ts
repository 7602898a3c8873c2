import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { zipOf } from '../../../worker/exports/zip.ts';

const files = [
  { name: 'profile.json', text: '{"name":"Ọmọ́yẹ"}' },
  { name: 'claims.csv', text: '' },
  { name: 'ünder/one.txt', text: 'x'.repeat(70_000) },
];

/** Reads an archive by its directory, as readers do. */
function read(archive: Uint8Array): { name: string; text: string }[] {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    expect([bytes.readUInt32LE(at), bytes.readUInt16LE(at + 10)]).toEqual([0x02014b50, 0]);
    const [length, named] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString('utf8', at + 46, at + 46 + named);
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + length);
    expect(crc32(content)).toBe(bytes.readUInt32LE(at + 16));
    at += 46 + named;
    return { name, text: content.toString('utf8') };
  });
}

test('what is archived comes out again', () => expect(read(zipOf(files))).toEqual(files));

test('an archive of nothing is an archive', () => expect(read(zipOf([]))).toEqual([]));
