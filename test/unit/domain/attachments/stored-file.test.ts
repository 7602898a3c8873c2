import { expect, test } from 'vitest';
import { chunk_bytes, chunkLength, chunksOf } from '../../../../schema/domain/attachments/limits.ts';
import {
  attachmentOf,
  finishedFile,
  isArriving,
  isThere,
  placeKey,
  refuseAnother,
  removedFile,
  type StoredFile,
} from '../../../../schema/domain/attachments/stored-file.ts';

const aFile = (changes: Partial<StoredFile> = {}): StoredFile => ({
  id: 'f1',
  place: 'claim:7',
  state: 'UPLOADING',
  name: 'scan.pdf',
  kind: null,
  declared: null,
  type: null,
  size: 0,
  sha256: null,
  thumbnail: false,
  key: 'key',
  bucket: null,
  at: 1,
  from: 'facility',
  owner: 'clinic',
  by: 'Chi',
  expiresAt: 100,
  ...changes,
});
const found = { type: 'application/pdf', size: 9, sha256: 'aa', thumbnail: false } as const;

test('a file has pieces of one length, but for the last', () => {
  expect([0, 1, chunk_bytes, chunk_bytes + 1].map(chunksOf)).toEqual([0, 1, 1, 2]);
  const lengths = [-1, 0, 1, 2, 0.5].map((n) => chunkLength(chunk_bytes + 5, n));
  expect(lengths).toEqual([0, chunk_bytes, 5, 0, 0]);
});

test('a place has one name', () => {
  expect(placeKey({ kind: 'draft', facilityId: 'f', draftId: 'd' })).toBe('draft:f:d');
  expect(placeKey({ kind: 'claim', id: 7 })).toBe('claim:7');
  expect(placeKey({ kind: 'loose', id: 'x' })).toBe('loose:x');
  expect(placeKey({ kind: 'investigation', id: 3 })).toBe('investigation:3');
});

test('what is on its way is not there, and has its time', () => {
  const file = aFile();
  expect([isArriving(file, 99), isArriving(file, 100), isThere(file, 50)]).toEqual([true, false, false]);
  expect(isArriving(aFile({ expiresAt: null }), 1)).toBe(false);
  expect(isArriving(aFile({ state: 'READY' }), 1)).toBe(false);
  expect(attachmentOf(file)).toEqual([]);
});

test("a claim's file stays, a draft's has thirty days", () => {
  const ready = finishedFile(aFile(), found, 10);
  expect(ready).toMatchObject({ state: 'READY', size: 9, expiresAt: null });
  expect(isThere(ready, 1e15)).toBe(true);
  expect(attachmentOf(ready)).toMatchObject([{ id: 'f1', type: 'application/pdf', size: 9, by: 'Chi' }]);
  const drafted = finishedFile(aFile({ place: 'draft:f:d' }), found, 10);
  expect(drafted.expiresAt).toBe(10 + 30 * 86_400_000);
  expect(isThere(drafted, drafted.expiresAt ?? 0)).toBe(false);
});

test('a claim has twelve files, each once', () => {
  const ready = (n: number) => aFile({ id: `f${n}`, state: 'READY', sha256: `hash ${n}`, expiresAt: null });
  const eleven = Array.from({ length: 11 }, (_, n) => ready(n));
  expect(refuseAnother(eleven, 'hash 99', 1)).toBeNull();
  expect(refuseAnother(eleven, undefined, 1)).toBeNull();
  expect(refuseAnother(eleven, 'hash 3', 1)).toMatch(/already there, as scan.pdf/);
  expect(refuseAnother([...eleven, ready(11)], 'hash 99', 1)).toMatch(/at most 12/);
  expect(refuseAnother([...eleven, removedFile(ready(11), 5)], 'hash 99', 9)).toBeNull();
});

test('what is removed has neither key nor name, and goes at once', () => {
  expect(removedFile(aFile({ state: 'READY' }), 5)).toMatchObject({
    state: 'REMOVED',
    key: '',
    name: '',
    expiresAt: 5,
  });
});

test('an investigation’s file stays, and it has room for more than a claim', () => {
  const place = 'investigation:3';
  expect(finishedFile(aFile({ place }), found, 10).expiresAt).toBeNull();
  const files = Array.from({ length: 60 }, (_, n) =>
    aFile({ place, id: `f${n}`, state: 'READY', expiresAt: null, sha256: `${n}` }),
  );
  expect(refuseAnother(files.slice(0, 59), 'new', 1)).toBeNull();
  expect(refuseAnother(files, 'new', 1)).toMatch(/^An investigation has at most 60 files/);
});
