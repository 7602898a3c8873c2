import { expect, test } from 'vitest';
import { Table, TableRow, type TableSpec } from '../../../../views/ui/table.tsx';
import { markupOf } from './markup.ts';

type Row = { id: string; amount: number };

const spec: TableSpec<Row> = {
  rowId: (row) => `c-${row.id}`,
  columns: [
    { label: 'Claim', cell: (row) => <a href={`/claims/${row.id}`}>{row.id}</a> },
    { label: 'Provider', cell: () => 'Clinic', muted: true },
    { label: 'Day', cell: () => '5 Nov', phone: 'hidden' },
    { label: 'Billed', cell: (row) => row.amount, numeric: true, strong: true },
    { label: 'State', cell: () => 'New', phone: 'right' },
  ],
};
const rows = [{ id: 'A', amount: 0 }];

test('the row of a live frame is the row of the page', () => {
  const whole = markupOf(<Table spec={spec} rows={rows} label="Claims" />);
  const row = markupOf(<TableRow spec={spec} row={{ id: 'A', amount: 0 }} />);
  expect(row).toContain('<tr id="c-A"><th scope="row"><a href="/claims/A">A</a></th>');
  expect(whole).toContain(row);
});

test('one class on the table places its columns, none on a cell', () => {
  const whole = markupOf(<Table spec={spec} rows={rows} label="Claims" />);
  expect(/<div class="([^"]*)"/.exec(whole)?.[1]?.split(' ').sort()).toEqual(
    ['sheet', 'cards', 'm2', 'x3', 'n4', 's4', 'r4', 'r5'].sort(),
  );
  expect(whole).not.toMatch(/<t[dh][^>]*class=/);
});

test('figures go to the right of a phone card unless told otherwise', () => {
  const left: TableSpec<Row> = {
    columns: [
      { label: 'Claim', cell: (row) => row.id },
      { label: 'Billed', cell: (row) => row.amount, numeric: true, phone: 'left' },
    ],
  };
  expect(markupOf(<Table spec={left} rows={rows} label="Claims" />)).toContain('class="sheet cards n2"');
});

test('labelled cards carry the name of each column', () => {
  const labelled = markupOf(<TableRow spec={{ ...spec, phone: 'labels' }} row={{ id: 'A', amount: 5 }} />);
  expect(labelled).toContain('<td data-label="Billed">5</td>');
});

test('a table that scrolls can be reached with the keyboard and has a name', () => {
  const scrolling = markupOf(<Table spec={{ ...spec, phone: 'scroll' }} rows={rows} label="Statement" />);
  expect(scrolling).toMatch(/role="region" tabindex="0" aria-label="Statement"/i);
});

test('a sorted column says how', () => {
  const sorted: TableSpec<Row> = {
    columns: [{ label: 'Due', cell: () => '1 d', sort: { href: '?sort=due', direction: 'descending' } }],
  };
  const head = markupOf(<Table spec={sorted} rows={rows} label="Claims" />);
  expect(head).toContain('<th scope="col" aria-sort="descending"><a href="?sort=due">Due ↓</a></th>');
});

test('totals stand under their columns only where there are any', () => {
  expect(markupOf(<Table spec={spec} rows={rows} label="Claims" />)).not.toContain('<tfoot');
  const summed: TableSpec<Row> = {
    columns: [
      { label: 'Claim', cell: (row) => row.id, foot: 'Total' },
      { label: 'Billed', cell: (row) => row.amount, foot: 0 },
    ],
  };
  expect(markupOf(<Table spec={summed} rows={rows} label="Claims" />)).toContain(
    '<tfoot><tr><th scope="row">Total</th><td>0</td></tr></tfoot>',
  );
});
