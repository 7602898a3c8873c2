import { Buffer } from 'node:buffer';

/** A file of an archive, deflated, as its heads state it. */
export interface ArchivedFile {
  name: string;
  /** CRC-32 of what it holds */
  crc: number;
  /** bytes, as they are and deflated */
  size: number;
  packed: number;
}

/** 1 January 1980, the first day of the format: an archive of the same things is the same archive. */
const dated = (1 << 5) | 1;
/** names are UTF-8 */
const flags = 0x0800;
const version = 20;
const deflated = 8;

/** What stands before a file's bytes and again in the directory (APPNOTE 6.3.10, 4.3.7 and 4.3.12), from the flags on. */
function described({ crc, size, packed }: ArchivedFile, name: Buffer): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt16LE(flags, 0);
  head.writeUInt16LE(deflated, 2);
  head.writeUInt16LE(0, 4);
  head.writeUInt16LE(dated, 6);
  head.writeUInt32LE(crc, 8);
  head.writeUInt32LE(packed, 12);
  head.writeUInt32LE(size, 16);
  head.writeUInt16LE(name.length, 20);
  return head;
}

const start = (signature: number, ...versions: number[]) => {
  const head = Buffer.alloc(4 + 2 * versions.length);
  head.writeUInt32LE(signature, 0);
  for (const [n, each] of versions.entries()) head.writeUInt16LE(each, 4 + 2 * n);
  return head;
};

/** What stands before a file's bytes. */
export function fileHead(file: ArchivedFile): Buffer {
  const name = Buffer.from(file.name);
  return Buffer.concat([start(0x04034b50, version), described(file, name), name]);
}

/** What stands after all of them, in their order; less than 4 GB and 65,535 files in all. */
export function archiveEnd(files: readonly ArchivedFile[]): Buffer {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(start(0x02014b50, version, version), described(file, name), place, name);
    offset += fileHead(file).length + file.packed;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...directory, start(0x06054b50), end]);
}
