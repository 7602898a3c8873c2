import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning } from '../../../schema/domain/network/link.ts';
import { tariffReader } from '../../../schema/imports/tariff.ts';
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

test('whatever is exported an import reads as the very same prices', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  const priced = fc.record({
    service: fc.stringMatching(/^[A-Z0-9][A-Za-z0-9._-]{0,30}$/),
    from: fc.oneof(day, fc.constant(beginning)),
    price: fc.option(fc.integer({ min: 0, max: 999_999_999_999 }), { nil: null }),
  });
  fc.assert(
    fc.property(priced, (each) => {
      const cells = tariffCells({ ...each, name: 'Some service' });
      const row = Object.fromEntries(tariffHeadings.map((heading, i) => [heading, cells[i] ?? '']));
      const read = tariffReader.read(row, { currency: 'NGN', target: 'f1' });
      expect(read).toMatchObject({
        work: { tariff: 'f1', service: each.service, own: { from: each.from, price: each.price } },
      });
    }),
  );
});
