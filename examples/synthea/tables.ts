import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One row of a CSV file; a column that the file does not have throws, so that a wrong name is never an empty value. */
export type Row = { text(column: string): string };

/** Everything the program reads, as rows of the files beside it. */
export type SyntheaData = {
  claims: Row[];
  charges: Row[];
  encounters: Row[];
  patients: Row[];
  organizations: Row[];
  providers: Row[];
};

function toRow(record: unknown, file: string): Row {
  const values = new Map<string, unknown>(Object.entries(Object(record)));
  return {
    text(column) {
      const value = values.get(column);
      if (typeof value !== 'string') throw new Error(`${file} has no column ${column}`);
      return value.trim();
    },
  };
}

/** The rows of one CSV file with a header. */
export function readTable(file: string): Row[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const records: unknown[] = parse(text, { columns: true, bom: true });
  return records.map((record) => toRow(record, file));
}

/**
 * The six files. Of `claims_transactions.csv` only the charges are wanted: payments and transfers are what the payer of
 * the synthetic world did with them.
 */
export function readSynthea(): SyntheaData {
  return {
    claims: readTable('data/claims.csv'),
    charges: readTable('data/claims_transactions.csv').filter((row) => row.text('TYPE') === 'CHARGE'),
    encounters: readTable('data/encounters.csv'),
    patients: readTable('data/patients.csv'),
    organizations: readTable('data/organizations.csv'),
    providers: readTable('data/providers.csv'),
  };
}

/** Rows by the value of one column; the last of several with the same value wins. */
export function indexBy(rows: Row[], column: string): Map<string, Row> {
  return new Map(rows.map((row) => [row.text(column), row]));
}

/** The row that another file names, or an error that says which is missing. */
export function mustFind(index: Map<string, Row>, id: string, what: string): Row {
  const row = index.get(id);
  if (!row) throw new Error(`No ${what} ${id} in the data`);
  return row;
}

/** The newest moment of anything that will be filed; it decides how far every date is moved. */
export function newestMoment(data: SyntheaData): string {
  const moments = [
    ...data.encounters.flatMap((row) => [row.text('START'), row.text('STOP')]),
    ...data.claims.map((row) => row.text('SERVICEDATE')),
    ...data.charges.map((row) => row.text('FROMDATE')),
  ];
  return moments.reduce((newest, moment) => (moment > newest ? moment : newest), '');
}
