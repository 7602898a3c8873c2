import type { AttachmentType } from '../claims/attachment.ts';

/** A file's beginning and end; for a small file they overlap. */
export interface FileEnds {
  head: Uint8Array;
  tail: Uint8Array;
}

/** What a file is by its content, with its picture's size in pixels; or why it is not taken, in words. */
export type Inspected =
  | { type: AttachmentType; width: number; height: number; fault?: undefined }
  | { fault: string };

/**
 * A picture is not taken beyond this: whoever opens it would need hundreds of megabytes to see it, and 30 bytes can
 * promise more.
 */
const side_max = 20_000;
const pixels_max = 100_000_000;

const notOfKind = 'This is none of the kinds that can be attached: PDF, PNG or JPEG.';
const broken = (kind: string) =>
  `This ${kind} is damaged or incomplete: open it, save it again and send that.`;

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte);

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65_536 + u16(bytes, at + 2);

function picture(type: AttachmentType, width: number, height: number, kind: string): Inspected {
  if (width === 0 || height === 0) return { fault: broken(kind) };
  if (width > side_max || height > side_max || width * height > pixels_max)
    return { fault: `This picture is ${width} × ${height} pixels, which is too large: make it smaller.` };
  return { type, width, height };
}

/** ISO 32000-2, 7.5: the header stands at the very beginning here, and the last lines name the cross-reference table. */
function pdf({ head, tail }: FileEnds): Inspected {
  const version = latin(head.subarray(0, 8));
  const end = latin(tail.subarray(-2048));
  const isWhole = /^%PDF-[12]\.\d$/.test(version) && /startxref\s+\d+\s+%%EOF\s*\0*\s*$/.test(end);
  return isWhole ? { type: 'application/pdf', width: 0, height: 0 } : { fault: broken('PDF') };
}

const iend = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** PNG (third edition), 5.2 and 11.2: IHDR comes first, IEND last, and nothing behind it. */
function png({ head, tail }: FileEnds): Inspected {
  const ihdr = u32(head, 8) === 13 && latin(head.subarray(12, 16)) === 'IHDR';
  if (!ihdr || !startsWith(tail.subarray(-12), ...iend)) return { fault: broken('PNG') };
  return picture('image/png', u32(head, 16), u32(head, 20), 'PNG');
}

/** SOF0–SOF15 say the picture's size; C4, C8 and CC among them are something else (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Goes from segment to segment to the frame header; an end-of-image marker must come somewhere near the end, cameras write more behind it. */
function jpeg({ head, tail }: FileEnds): Inspected {
  const fault = { fault: broken('JPEG') };
  if (!latin(tail).includes('\xff\xd9')) return fault;
  for (let at = 2; at + 8 < head.length; ) {
    const marker = head[at + 1] ?? 0;
    if (head[at] !== 0xff) return fault;
    if (isFrame(marker)) return picture('image/jpeg', u16(head, at + 7), u16(head, at + 5), 'JPEG');
    const length = u16(head, at + 2);
    // a fill byte before the marker
    if (marker === 0xff) at += 1;
    else if (length < 2) return fault;
    else at += 2 + length;
  }
  return fault;
}

/** What a file is, by its magic bytes and a look at its structure; its name is never asked. */
export function inspectFile(ends: FileEnds): Inspected {
  const { head } = ends;
  if (latin(head.subarray(0, 5)) === '%PDF-') return pdf(ends);
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return png(ends);
  if (startsWith(head, 0xff, 0xd8, 0xff)) return jpeg(ends);
  return { fault: notOfKind };
}
