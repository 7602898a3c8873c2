import { expect, test } from 'vitest';
import { import_rows_max } from '../../../schema/domain/imports/import.ts';
import { readFile } from '../../../worker/imports/read-file.ts';

const facts = { currency: 'NGN', target: null };
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) =>
  readFile(typeof text === 'string' ? utf8(text) : text, 'services', facts);

function rowsOf(text: string | Uint8Array) {
  const file = read(text);
  if ('fault' in file) throw new Error(file.fault);
  return file.chunks.flat().toSorted((a, b) => a.n - b.n);
}

function faultOf(text: string | Uint8Array): string {
  const file = read(text);
  if (!('fault' in file)) throw new Error('it was read');
  return file.fault;
}

const head = 'external_id,name,group,price';
const one = 'CON-1,"Consultation, first",consultation,7500.00';
const wanted = { externalId: 'CON-1', name: 'Consultation, first', price: 750_000 };

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const all = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(all.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < all.length; i += 1) view.setUint16(i * 2, all.charCodeAt(i), !bigEndian);
  return bytes;
}

const file = `${head}\r\n${one}\r\n`;
test.each<[string, string | Uint8Array]>([
  ['commas and CRLF', file],
  ['bare line feeds, none at the end', `${head}\n${one}`],
  ['old line ends', `${head}\r${one}\r`],
  ['a byte order mark', `\ufeff${file}`],
  ['semicolons', file.replaceAll('","', '\0').replace(/,(?! )/g, ';')],
  ['tabs', file.replace(/,(?! )/g, '\t')],
  ['a line that says the separator', `sep=;\r\n${file.replace(/,(?! )/g, ';')}`],
  ['headings as people write them', file.replace('external_id,name', 'External ID, Name ')],
  ['empty lines and empty rows', `\r\n${head}\r\n\r\n,,,\r\n${one}\r\n  \r\n`],
  ['separators to the edge of the sheet', `${head},,,\r\n${one},,,\r\n`],
  ['columns of a file that came from here', `line,${head},reason\r\n2,${one},Wrong.\r\n`],
  ['UTF-16 as spreadsheets export it', utf16(file.replace(/,(?! )/g, '\t'), false, true)],
  ['UTF-16, the other way round', utf16(file, true, true)],
  ['UTF-16 without a mark', utf16(file, false, false)],
])('%s', (_, text) => {
  expect(rowsOf(text).map(({ work }) => work?.kind === 'services' && work.input)).toEqual([
    expect.objectContaining(wanted),
  ]);
});

test('a row keeps the line it begins on, whatever line breaks are within cells', () => {
  const rows = rowsOf(`${head}\n\nA,"Two\nlines",drug,1\n"B","one",drug,2\n\nC,three,drug,3\n`);
  expect(rows.map(({ line }) => line)).toEqual([3, 5, 7]);
  expect(rows[0]?.reasons).toEqual([
    { column: 'name', message: "Use one line for the service's name, without control characters." },
  ]);
});

test('every mistake of a row is named, with its column', () => {
  const [row] = rowsOf(`${head},active,age_from\nnot an id,,lab,much,perhaps,young\n`);
  expect(row?.work).toBeNull();
  expect(row?.reasons.map(({ column }) => column).toSorted()).toEqual([
    'active',
    'age_from',
    'external_id',
    'name',
    'price',
  ]);
  for (const { message } of row?.reasons ?? []) expect(message).toMatch(/[.]$/);
});

test('a row with too many cells is refused and leaves the others', () => {
  const [bad, good] = rowsOf(`${head}\nA,Paracetamol, 500 mg,drug,10\nB,Aspirin,drug,10\n`);
  expect(bad?.reasons[0]?.message).toMatch(/5 cells under 4 headings/);
  expect(good?.reasons).toEqual([]);
});

test('the second of two rows about the same is refused, and the first is named', () => {
  const [first, second] = rowsOf(`${head}\nA,One,drug,1\nA,Two,drug,2\n`);
  expect(first?.reasons).toEqual([]);
  expect(second?.reasons[0]?.message).toMatch(/^Line 2 /);
});

test('the apostrophe that keeps a cell from being a formula is taken away again', () => {
  const [row] = rowsOf(`${head}\nA,"'=SUM(1)",drug,1\n`);
  expect(row?.work).toMatchObject({ input: { name: '=SUM(1)' } });
});

test('rows that depend on one another share a portion, and what they depend on comes first', () => {
  const rows = Array.from({ length: 700 }, (_, i) => `S-${i},Service ${i},drug,each,`);
  const text = ['external_id,name,group,unit,parts', 'P,Package,drug,package,S-10 S-690', ...rows].join('\n');
  const read = readFile(utf8(text), 'services', facts);
  if ('fault' in read) throw new Error(read.fault);
  const [portion] = read.chunks.filter((chunk) => chunk.some(({ n }) => n === 1));
  const turns = new Map(portion?.map(({ n, turn }) => [n, turn]));
  expect([turns.get(12), turns.get(692), turns.get(1)]).toEqual([0, 0, 1]);
  expect(read.chunks.flat()).toHaveLength(701);
  for (const chunk of read.chunks) expect(chunk.length).toBeLessThanOrEqual(500);
});

test('rows that wait for one another in a circle come to an end', () => {
  const rows = ['A,A,drug,package,B', 'B,B,drug,package,A', 'C,C,drug,package,C'];
  expect(rowsOf(['external_id,name,group,unit,parts', ...rows].join('\n'))).toHaveLength(3);
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['nothing', '', /empty/],
  ['headings alone', `${head}\r\n`, /no rows/],
  ['blank lines', '\r\n\r\n', /no headings/],
  ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /Save it as “CSV UTF-8/],
  ['another encoding', new Uint8Array([...utf8(`${head}\nA,Ren`), 0xe9, ...utf8(',drug,1\n')]), /line 2/],
  ['bytes that are no text', `${head}\nA,x\0y,drug,1`, /no text/],
  ['an unknown heading', `${head},colour\n${one},red\n`, /“colour”/],
  ['a missing heading', 'external_id,name\nA,B\n', /“group” is missing/],
  ['a heading that stands there twice', `${head},Name\n${one},x\n`, /“name” stands there twice/],
  ['a column without a heading', `external_id,name,group,,price\nA,B,drug,x,1\n`, /Column 4/],
  ['a quotation mark that is never closed', `${head}\nA,"B,drug,1\n`, /^Line \d+ .*never closed/],
  ['a quotation mark inside a cell', `${head}\nA,5" tube,consumable,1\n`, /Line 2 .*inside a cell/],
  ['too many rows', `${head}\n${'A,B,drug,1\n'.repeat(import_rows_max + 1)}`, /20001 rows; 20000/],
  ['a cell without end', `${head}\nA,${'x'.repeat(3000)},drug,1\n`, /Line 2 .*2000/],
])('%s cannot be read, and it is said why', (_, text, words) => {
  expect(faultOf(text)).toMatch(words);
});

test('as many rows as go into a file are read', () => {
  const rows = Array.from({ length: import_rows_max }, (_, i) => `S-${i},Service ${i},drug,1.50`);
  expect(rowsOf([head, ...rows].join('\n'))).toHaveLength(import_rows_max);
});
