import { expect, test } from 'vitest';
import { csvText, withoutGuard } from '../../../worker/imports/write-csv.ts';

test.each(['=1+1', '+234801', '-5', '@SUM(A1)', '\tx', '\rx'])(
  '%j is no formula any more, and comes back as it was',
  (cell) => {
    const [, line = ''] = csvText([['h'], [cell]]).split('\r\n');
    expect(line.replace(/^"/, '')[0]).toBe("'");
    expect(withoutGuard(`'${cell}`)).toBe(cell);
  },
);

test.each(["'quoted'", "O'Brien", "'"])('%j keeps its apostrophe', (cell) => {
  expect(withoutGuard(cell)).toBe(cell);
});

test('cells with separators, quotation marks and line breaks stay one cell', () => {
  expect(csvText([['a,b', 'say "so"', 'two\nlines', 'x;y', '']])).toBe(
    '\ufeff"a,b","say ""so""","two\nlines","x;y",\r\n',
  );
});
