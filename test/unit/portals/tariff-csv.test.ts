import { expect, test } from 'vitest';
import { csvText } from '../../../worker/imports/write-csv.ts';
import { tariffCells, tariffHeadings } from '../../../worker/portals/network/tariff-csv.ts';

test('a tariff as a file: headings that an import reads, prices with two decimals, no formulas', () => {
  const rows = [
    { service: 'CON-001', name: 'Consultation, general', from: '0001-01-01', price: 750_000 },
    { service: 'LAB-014', name: '=cmd()', from: '2027-01-01', price: 5 },
    { service: 'LAB-014', name: '=cmd()', from: '2028-02-29', price: null },
  ].map(tariffCells);
  expect(csvText([tariffHeadings, ...rows])).toBe(
    [
      '\ufeffservice,name,from,price',
      'CON-001,"Consultation, general",,7500.00',
      "LAB-014,'=cmd(),2027-01-01,0.05",
      "LAB-014,'=cmd(),2028-02-29,",
      '',
    ].join('\r\n'),
  );
});
