import type { ImportKind } from '../../schema/domain/imports/import.ts';
import type { StagedRow } from '../../schema/forms/import.ts';
import { reasonsOf } from '../../schema/imports/columns.ts';
import type { Cells, ReadingFacts, RowReader } from '../../schema/imports/reader.ts';
import { readers } from '../../schema/imports/readers.ts';
import { decode, type FileFault } from './decode.ts';
import { placesOf } from './headings.ts';
import { portionsOf } from './portions.ts';
import { type CsvRecord, readCsv } from './read-csv.ts';
import { withoutGuard } from './write-csv.ts';

/** A file that can be staged: its headings, and its rows portion by portion. */
export interface ReadFile {
  header: string[];
  rows: number;
  chunks: StagedRow[][];
}

type Read = Pick<StagedRow, 'work' | 'reasons'> & { key: string | null; after: readonly string[] };

const refused = (message: string, column = ''): Read => ({
  work: null,
  reasons: [{ column, message }],
  key: null,
  after: [],
});

function cellsOf(record: CsvRecord, places: readonly (string | null)[]): Cells {
  const cells: Record<string, string> = {};
  places.forEach((name, i) => {
    if (name !== null) cells[name] = withoutGuard(record.cells[i] ?? '').trim();
  });
  return cells;
}

/** What was read, with rows that are done together told of one another. */
function gathered(read: Read[], { gather }: RowReader): Read[] {
  if (!gather) return read;
  const good = read.flatMap(({ work, key, after }) => (work && key !== null ? [{ work, key, after }] : []));
  const told = gather(good).values();
  return read.map((row) => (row.work && row.key !== null ? { ...row, ...told.next().value } : row));
}

function readRecord(
  record: CsvRecord,
  places: readonly (string | null)[],
  reader: RowReader,
  facts: ReadingFacts,
): Read {
  if (record.cells.length > places.length)
    return refused(
      `The row has ${record.cells.length} cells under ${places.length} headings: a separator too many, or a cell that needs quotation marks.`,
    );
  const read = reader.read(cellsOf(record, places), facts);
  if ('errors' in read)
    return { work: null, reasons: reasonsOf(reader.columns, read.errors), key: null, after: [] };
  return { work: read.work, reasons: [], key: read.key, after: read.after };
}

/** No two rows are about the same: which of them should hold? */
function refuseTwice(read: Read[], records: readonly CsvRecord[]): Read[] {
  const first = new Map<string, number>();
  return read.map((row, i) => {
    if (row.key === null) return row;
    const line = first.get(row.key);
    if (line === undefined) first.set(row.key, records[i]?.line ?? 0);
    else return refused(`Line ${line} is about the same one: keep one of the two rows.`);
    return row;
  });
}

/** Reads an uploaded file into rows that the actor can work on; or says why none of it can be read. */
export function readFile(bytes: Uint8Array, kind: ImportKind, facts: ReadingFacts): ReadFile | FileFault {
  const reader = readers[kind];
  const text = decode(bytes);
  if (typeof text !== 'string') return text;
  const file = readCsv(text, new Set(reader.columns.map(({ name }) => name)));
  if ('fault' in file) return file;
  const places = placesOf(file.header, reader.columns);
  if ('fault' in places) return places;
  const each = file.records.map((record) => readRecord(record, places, reader, facts));
  const read = gathered(refuseTwice(each, file.records), reader);
  const portions = portionsOf(read);
  const rows = read.map(({ work, reasons }, i): StagedRow & { chunk: number } => ({
    n: i + 1,
    line: file.records[i]?.line ?? 0,
    turn: portions[i]?.turn ?? 0,
    chunk: portions[i]?.chunk ?? 0,
    cells: file.records[i]?.cells ?? [],
    work,
    reasons,
  }));
  const chunks = [...Map.groupBy(rows, ({ chunk }) => chunk)].toSorted(([a], [b]) => a - b);
  return {
    header: file.header,
    rows: rows.length,
    chunks: chunks.map(([, each]) => each.map(({ chunk: _, ...row }) => row)),
  };
}
