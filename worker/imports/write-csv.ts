/** A spreadsheet takes a cell that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;
const guarded = /^'(?=[=+\-@\t\r])/;

const quoted = (cell: string) => (/[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A cell that no spreadsheet runs as a formula, and no CSV reader takes apart. */
const cellText = (cell: string) => quoted(formula.test(cell) ? `'${cell}` : cell);

/** Takes away the apostrophe that keeps a cell from being a formula: a file that came from here can come back. */
export const withoutGuard = (cell: string): string => cell.replace(guarded, '');

/** Rows as CSV for spreadsheets: UTF-8 with its mark, CRLF. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
