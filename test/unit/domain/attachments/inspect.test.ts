import { expect, test } from 'vitest';
import { inspectFile } from '../../../../schema/domain/attachments/inspect.ts';
import { aJpeg, aPdf, aPng, bytesOf } from '../../../support/files.ts';

const inspected = (bytes: Uint8Array) =>
  inspectFile({ head: bytes.subarray(0, 512 * 1024), tail: bytes.subarray(-64 * 1024) });

const taken: [string, Uint8Array, object][] = [
  ['a PDF', aPdf(), { type: 'application/pdf' }],
  ['a PDF of version 2', bytesOf('%PDF-2.0\n', aPdf().subarray(9)), { type: 'application/pdf' }],
  ['a PDF that ends in zeros', bytesOf(aPdf(), [0, 0, 0]), { type: 'application/pdf' }],
  ['a PNG', aPng(640, 480), { type: 'image/png', width: 640, height: 480 }],
  ['a JPEG', aJpeg(640, 480), { type: 'image/jpeg', width: 640, height: 480 }],
  ['a JPEG with much before its frame', aJpeg(8, 9, 60_000), { width: 8, height: 9 }],
  [
    'a JPEG with a fill byte and another kind of frame',
    bytesOf([0xff, 0xd8, 0xff, 0xff, 0xc2, 0, 17, 8, 0, 9, 0, 8, 3, 1, 17, 0, 0xff, 0xd9]),
    { width: 8, height: 9 },
  ],
  [
    'a JPEG with a table first',
    bytesOf([0xff, 0xd8, 0xff, 0xc4, 0, 3, 1], aJpeg(8, 9).subarray(2)),
    { width: 8 },
  ],
  ['a JPEG that a camera wrote more behind', bytesOf(aJpeg(8, 9), 'SEFT'), { width: 8 }],
];

test.each(taken)('%s is taken for what it is', (_, bytes, expected) => {
  expect(inspected(bytes)).toMatchObject(expected);
});

const html = '<!doctype html><script>alert(1)</script>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

const refused: [string, Uint8Array, RegExp][] = [
  ['nothing', new Uint8Array(0), /none of the kinds/],
  ['HTML', bytesOf(html), /none of the kinds/],
  ['SVG', bytesOf(svg), /none of the kinds/],
  ['a ZIP', bytesOf('PK\u0003\u0004'), /none of the kinds/],
  ['a GIF', bytesOf('GIF89a'), /none of the kinds/],
  ['HTML that begins as a PDF', bytesOf('%PDF-1.7\n', html), /PDF is damaged/],
  ['a PDF of no version', bytesOf('%PDF-9.x\n', aPdf().subarray(9)), /PDF is damaged/],
  ['a PDF behind something else', bytesOf(html, aPdf()), /none of the kinds/],
  ['a PDF with a page behind it', bytesOf(aPdf(), html), /PDF is damaged/],
  ['half a PDF', aPdf().subarray(0, 200), /PDF is damaged/],
  ['a PNG with a page behind it', aPng(40, 30, html), /PNG is damaged/],
  ['a PNG that was cut off', aPng().subarray(0, 40), /PNG is damaged/],
  ['a PNG without its header', bytesOf(aPng().subarray(0, 8), svg, aPng().subarray(-12)), /PNG is damaged/],
  [
    'a PNG with another length of header',
    bytesOf(aPng().subarray(0, 8), [0, 0, 0, 1], aPng().subarray(12)),
    /PNG/,
  ],
  ['a PNG of no width', aPng(0, 30), /PNG is damaged/],
  ['a PNG of no height', aPng(30, 0), /PNG is damaged/],
  ['a PNG that promises a wall', aPng(100_000, 1), /100000 × 1 pixels/],
  ['a PNG that promises a tower', aPng(1, 20_001), /too large/],
  ['a PNG that promises gigabytes', aPng(19_000, 19_000), /too large/],
  ['a JPEG without an end', aJpeg().subarray(0, 40), /JPEG is damaged/],
  ['a JPEG of nothing but its ends', bytesOf([0xff, 0xd8, 0xff, 0xd9]), /JPEG is damaged/],
  [
    'a JPEG that is none behind its beginning',
    bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 2], html, [0xff, 0xd9]),
    /JPEG/,
  ],
  ['a JPEG with a segment of no length', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 0], html, [0xff, 0xd9]), /JPEG/],
  ['a JPEG of no size', aJpeg(0, 0), /JPEG is damaged/],
];

test.each(refused)('%s is not', (_, bytes, words) => {
  const found = inspected(bytes);
  expect('fault' in found && found.fault).toMatch(words);
});
