import { expect, test } from 'vitest';
import { diagnosesOf, readDiagnosisTable, readServiceTable } from '../../../examples/synthea/codes.ts';
import { readSynthea, readTable } from '../../../examples/synthea/tables.ts';

const data = readSynthea();
const row = (values: Record<string, string>) => ({ text: (column: string) => values[column] ?? '' });

test('every diagnosis of the claims has an ICD-10 code and no row is spare', () => {
  const table = readDiagnosisTable();
  const used = new Set<string>();
  for (const claim of data.claims) {
    for (let place = 1; place <= 8; place++) {
      const code = claim.text(`DIAGNOSIS${place}`);
      if (code) used.add(code);
    }
  }
  expect(used.size).toBe(63);
  expect([...table.keys()].sort()).toEqual([...used].sort());
});

test('the ICD-10 codes have their shape and each SNOMED code stands once', () => {
  const rows = readTable('snomed-to-icd10.csv');
  expect(new Set(rows.map((each) => each.text('snomed'))).size).toBe(rows.length);
  for (const each of rows) expect(each.text('icd10')).toMatch(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/);
});

test('a code that the table does not know stops the program', () => {
  expect(() => diagnosesOf(row({ DIAGNOSIS1: '1' }), new Map())).toThrow('snomed-to-icd10.csv does not say');
});

test('two SNOMED codes that are one in ICD-10 are named once, the main one first', () => {
  const table = readDiagnosisTable();
  const claim = row({
    DIAGNOSIS1: '59621000',
    DIAGNOSIS2: '160903007',
    DIAGNOSIS3: '160904001',
    DIAGNOSIS4: '59621000',
  });
  expect(diagnosesOf(claim, table)).toEqual(['I10', 'Z56.89']);
});

test('every code that is charged has a service and no row is spare', () => {
  const charged = new Set(data.charges.map((charge) => charge.text('PROCEDURECODE')));
  const table = readServiceTable();
  expect(charged.size).toBe(118);
  expect([...table.keys()].sort()).toEqual([...charged].sort());
  expect(new Set([...table.values()].map(({ code }) => code)).size).toBe(118);
});
