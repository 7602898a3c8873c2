import { expect, test } from 'vitest';
import { nothingYet, packed } from '../../../worker/exports/packing.ts';
import { archiveEnd, fileHead } from '../../../worker/exports/zip.ts';
import { unzipped } from '../../support/unzipped.ts';

const files = [
  { name: 'people.json', texts: ['{"name":"Ọmọ́yẹ"}'] },
  { name: 'claims.csv', texts: [''] },
  { name: 'ünder/one.txt', texts: ['x'.repeat(70_000), 'abc abc abc', '', 'x'.repeat(70_000)] },
];

/** An archive of files whose pieces are packed one by one. */
function archive(of: typeof files): Buffer {
  const made = of.map(({ name, texts }) => {
    let file = nothingYet;
    const pieces = texts.map((text, n) => {
      const [piece, after] = packed(file, text, n === texts.length - 1);
      file = after;
      return piece;
    });
    return { about: { name, ...file }, pieces };
  });
  const bodies = made.flatMap(({ about, pieces }) => [fileHead(about), ...pieces]);
  return Buffer.concat([...bodies, archiveEnd(made.map(({ about }) => about))]);
}

test('what is archived comes out again, also what was packed piece by piece', () =>
  expect(unzipped(archive(files))).toEqual(files.map(({ name, texts }) => ({ name, text: texts.join('') }))));

test('an archive of nothing is an archive', () => expect(unzipped(archive([]))).toEqual([]));
