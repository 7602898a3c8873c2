import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { import_rows_max } from '../../schema/domain/imports/import.ts';
import { headingOf } from '../../schema/imports/columns.ts';
import type { FileFault } from './decode.ts';

/** A record of a file with the line it begins on. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** A file as its records: the headings, and what stands below them. */
export interface CsvFile {
  header: string[];
  records: CsvRecord[];
}

const cell_chars_max = 2_000;

/** The separator under which most of the wanted headings are found; spreadsheets write what their language uses. */
function separatorOf(text: string, wanted: ReadonlySet<string>): string {
  const first = text.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const found = [',', ';', '\t', '|'].map((separator) => {
    const headings = first.split(separator).map((each) => headingOf(each.replaceAll('"', '')));
    return { separator, hits: headings.filter((heading) => wanted.has(heading)).length };
  });
  return found.toSorted((a, b) => b.hits - a.hits)[0]?.separator ?? ',';
}

/** Spreadsheets may say the separator on a line of its own. */
const saysSeparator = /^sep=(.)(?:\r\n|\n|\r)/i;

const wordsOf: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark (") is opened and never closed. Close it, or take it out.',
  INVALID_OPENING_QUOTE:
    'a quotation mark (") stands inside a cell. Write two ("") and put the whole cell in quotation marks.',
  CSV_INVALID_CLOSING_QUOTE:
    'a quotation mark (") closes a cell too early. Write two ("") where the cell itself has one.',
};

function faultOf(error: unknown): FileFault {
  if (!(error instanceof CsvError)) throw error;
  const line = 'lines' in error ? Number(error.lines) : 1;
  const what = wordsOf[error.code] ?? 'the cells cannot be told apart.';
  return { fault: `Line ${line} cannot be read: ${what}` };
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** Spreadsheets write separators to the edge of what they show: empty cells at the end are none. */
function withoutTail(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

/** Every record with the line it begins on: csv-parse says where it ends, and a cell in quotes may hold line breaks. */
function recordsOf(body: string, delimiter: string, skipped: number): CsvRecord[] {
  const found: CsvRecord[] = [];
  parse(body, {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    on_record: (record: string[], { lines }) => {
      const within = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      if (!isBlank(record)) found.push({ line: lines - within + skipped, cells: withoutTail(record) });
      return null;
    },
  });
  return found;
}

/** Reads a file's text as CSV, whatever spreadsheet wrote it; or says what cannot be read, and on which line. */
export function readCsv(text: string, wanted: ReadonlySet<string>): CsvFile | FileFault {
  const said = saysSeparator.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  let found: CsvRecord[];
  try {
    found = recordsOf(body, said?.[1] ?? separatorOf(body, wanted), said ? 1 : 0);
  } catch (error) {
    return faultOf(error);
  }
  const [header, ...records] = found;
  if (!header) return { fault: 'The file has no headings. Begin with the template.' };
  if (records.length === 0)
    return { fault: 'The file has headings and no rows below them. Fill in at least one row.' };
  if (records.length > import_rows_max)
    return {
      fault: `The file has ${records.length} rows; ${import_rows_max} go into one. Part it and upload one after the other.`,
    };
  const long = records.find(({ cells }) => cells.some((cell) => cell.length > cell_chars_max));
  if (long)
    return { fault: `Line ${long.line} has a cell of more than ${cell_chars_max} characters. Shorten it.` };
  return { header: header.cells, records };
}
