import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

/** A file of an archive. */
export interface ArchivedFile {
  name: string;
  text: string;
}

/** 1 January 1980, the first day of the format: an archive of the same things is the same archive. */
const dated = (1 << 5) | 1;
/** names are UTF-8 */
const flags = 0x0800;
const version = 20;

/** What stands before a file's bytes and again in the directory (APPNOTE 6.3.10, 4.3.7 and 4.3.12), from the flags on. */
function described(name: Buffer, bytes: Buffer): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt16LE(flags, 0);
  // stored as it is: what is sent is compressed on its way
  head.writeUInt16LE(0, 2);
  head.writeUInt16LE(0, 4);
  head.writeUInt16LE(dated, 6);
  head.writeUInt32LE(crc32(bytes), 8);
  head.writeUInt32LE(bytes.length, 12);
  head.writeUInt32LE(bytes.length, 16);
  head.writeUInt16LE(name.length, 20);
  return head;
}

const start = (signature: number, ...versions: number[]) => {
  const head = Buffer.alloc(4 + 2 * versions.length);
  head.writeUInt32LE(signature, 0);
  for (const [n, each] of versions.entries()) head.writeUInt16LE(each, 4 + 2 * n);
  return head;
};

/** Files in one ZIP archive, each stored as it is; less than 4 GB and 65,535 files in all. */
export function zipOf(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const [name, bytes] = [Buffer.from(file.name), Buffer.from(file.text)];
    const head = described(name, bytes);
    const local = [start(0x04034b50, version), head, name, bytes];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(start(0x02014b50, version, version), head, place, name);
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(Buffer.concat([...parts, ...directory, start(0x06054b50), end]));
}
