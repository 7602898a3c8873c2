import type { Import, RowOutcome } from '../../schema/domain/imports/import.ts';
import type { Database } from '../queries/database.ts';
import { type ImportRow, importRowsPage } from '../queries/imports.ts';
import { csvText } from './write-csv.ts';

const page_rows = 1_000;

const reasonText = ({ reasons }: ImportRow) =>
  (reasons ?? []).map(({ column, message }) => (column === '' ? message : `${column}: ${message}`)).join(' ');

/** A row as it stood, with what became of it beside it: corrected, it can be imported again as it is. */
function rowCells(header: readonly string[], row: ImportRow, withResult: boolean): string[] {
  const own = Array.from({ length: Math.max(header.length, row.cells.length) }, (_, i) => row.cells[i] ?? '');
  const before = withResult ? [row.outcome ?? '', row.result ?? ''] : [];
  return [String(row.line), ...before, ...own, reasonText(row)];
}

const added = new Set(['line', 'outcome', 'result', 'reason']);

/** The rows of an import as CSV: the refused ones with their reasons, or all with what became of each. */
export function rowsFile(
  db: Database,
  { id: importId, header }: Import,
  outcome: RowOutcome | null,
): ReadableStream<Uint8Array> {
  const withResult = outcome === null;
  // A file that came from here before has these columns already: they are made anew.
  const kept = header.flatMap((name, i) => (added.has(name.toLowerCase()) ? [] : [i]));
  const headings = kept.map((i) => header[i] ?? '');
  const before = withResult ? ['line', 'outcome', 'result'] : ['line'];
  const encoder = new TextEncoder();
  let after = 0;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(csvText([[...before, ...headings, 'reason']])));
    },
    async pull(controller) {
      const rows = await importRowsPage(db, { importId, outcome, after, limit: page_rows });
      const text = csvText(
        rows.map((row) => {
          const extra = row.cells.slice(header.length);
          const cells = [...kept.map((i) => row.cells[i] ?? ''), ...extra];
          return rowCells(headings, { ...row, cells }, withResult);
        }),
      );
      if (rows.length > 0) controller.enqueue(encoder.encode(text.slice(1)));
      after = rows.at(-1)?.n ?? after;
      if (rows.length < page_rows) controller.close();
    },
  });
}
