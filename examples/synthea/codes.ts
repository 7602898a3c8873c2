import { type Row, readTable } from './tables.ts';

/** A service as the tenant will know it: the code tells which of the three code systems of the data it came from. */
export type ServiceCode = { code: string; name: string; group: string };

const PREFIX: Record<string, string> = { SNOMED: 'SCT', RXNORM: 'RXN', CVX: 'CVX' };

/** SNOMED CT → ICD-10-CM, from `snomed-to-icd10.csv`. */
export function readDiagnosisTable(): Map<string, string> {
  return new Map(readTable('snomed-to-icd10.csv').map((row) => [row.text('snomed'), row.text('icd10')]));
}

/** The code of a charge → the service it becomes, from `charge-services.csv`. */
export function readServiceTable(): Map<string, ServiceCode> {
  return new Map(readTable('charge-services.csv').map((row) => [row.text('code'), toService(row)]));
}

function toService(row: Row): ServiceCode {
  const prefix = PREFIX[row.text('system')];
  if (!prefix) throw new Error(`charge-services.csv names an unknown code system: ${row.text('system')}`);
  return { code: `${prefix}-${row.text('code')}`, name: row.text('name'), group: row.text('group') };
}

const DIAGNOSIS_COLUMNS = [1, 2, 3, 4, 5, 6, 7, 8].map((place) => `DIAGNOSIS${place}`);

/**
 * The diagnoses of a claim as ICD-10, the main one first. Two SNOMED codes may mean one ICD-10 code, and Synthea repeats
 * some of its own: each is named once.
 */
export function diagnosesOf(claim: Row, table: Map<string, string>): string[] {
  const snomed = DIAGNOSIS_COLUMNS.map((column) => claim.text(column)).filter((code) => code !== '');
  return [...new Set(snomed.map((code) => icd10Of(code, table)))];
}

function icd10Of(snomed: string, table: Map<string, string>): string {
  const icd10 = table.get(snomed);
  if (!icd10) throw new Error(`snomed-to-icd10.csv does not say what ${snomed} is in ICD-10`);
  return icd10;
}
