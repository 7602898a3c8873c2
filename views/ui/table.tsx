import type { ComponentChildren } from 'preact';

export type Column<Row> = {
  label: ComponentChildren;
  cell: (row: Row) => ComponentChildren;
  /** Figures: right-aligned. */
  numeric?: boolean | undefined;
  /** Context: muted. */
  muted?: boolean | undefined;
  strong?: boolean | undefined;
  /** On a phone: left (the default) or right column of the row's card, or left out. Figures go right. */
  phone?: 'left' | 'right' | 'hidden' | undefined;
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined };
  /** Totals under the column. */
  foot?: ComponentChildren;
};

/** A list's table, named once, so that a page and a live frame render the same row. */
export type TableSpec<Row> = {
  columns: readonly Column<Row>[];
  /** The element id of a row, the target of live frames and of the focus that comes back. */
  rowId?: (row: Row) => string;
  /** On a phone: `cards` (the default), `labels` (each value beside its column's name) or `scroll`. */
  phone?: 'cards' | 'labels' | 'scroll' | undefined;
  /** What stands under a row over its whole width; null: nothing. */
  under?: (row: Row) => ComponentChildren;
};

const labelOf = <Row,>(spec: TableSpec<Row>, column: Column<Row>) =>
  spec.phone === 'labels' && typeof column.label === 'string' ? column.label : undefined;

/** The first column heads its row and holds the row's link. */
export function TableRow<Row>({ spec, row }: { spec: TableSpec<Row>; row: Row }) {
  return (
    <tr id={spec.rowId?.(row)}>
      {spec.columns.map((column, index) =>
        index === 0 ? (
          <th scope="row">{column.cell(row)}</th>
        ) : (
          <td data-label={labelOf(spec, column)}>{column.cell(row)}</td>
        ),
      )}
    </tr>
  );
}

function Under<Row>({ spec, row }: { spec: TableSpec<Row>; row: Row }) {
  const content = spec.under?.(row) ?? null;
  if (content === null) return null;
  return (
    <tr class="under">
      <td colSpan={spec.columns.length}>{content}</td>
    </tr>
  );
}

function columnClasses<Row>(spec: TableSpec<Row>): string {
  return spec.columns
    .flatMap((column, index) => {
      const phone = column.phone ?? (column.numeric === true ? 'right' : 'left');
      return [
        column.numeric === true ? `n${index + 1}` : '',
        column.muted === true ? `m${index + 1}` : '',
        column.strong === true ? `s${index + 1}` : '',
        phone === 'right' ? `r${index + 1}` : phone === 'hidden' ? `x${index + 1}` : '',
      ];
    })
    .filter(Boolean)
    .join(' ');
}

function Heading<Row>({ column }: { column: Column<Row> }) {
  if (column.sort === undefined) return <th scope="col">{column.label}</th>;
  const { href, direction } = column.sort;
  return (
    <th scope="col" aria-sort={direction}>
      <a href={href}>
        {column.label}
        {direction === undefined ? null : direction === 'ascending' ? ' ↑' : ' ↓'}
      </a>
    </th>
  );
}

type TableProps<Row> = {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  /** What the table holds, for those who cannot see it; `caption` shows it instead. */
  label: string;
  showLabel?: boolean | undefined;
  /** The id of the body, for frames that add rows. */
  bodyId?: string | undefined;
  loose?: boolean | undefined;
};

/** Rows under named columns. An empty list is an EmptyState instead: the page decides. */
export function Table<Row>({ spec, rows, label, showLabel = false, bodyId, loose = false }: TableProps<Row>) {
  const phone = spec.phone ?? 'cards';
  const names = [
    'sheet',
    phone === 'scroll' ? '' : 'cards',
    phone === 'labels' ? 'labels' : '',
    loose ? 'loose' : '',
  ];
  const scrolls = phone === 'scroll' ? ({ role: 'region', tabIndex: 0, 'aria-label': label } as const) : {};
  const hasFoot = spec.columns.some((column) => column.foot !== undefined);
  return (
    <div class={[...names, columnClasses(spec)].filter(Boolean).join(' ')} {...scrolls}>
      <table aria-label={showLabel ? undefined : label}>
        {showLabel ? <caption>{label}</caption> : null}
        <thead>
          <tr>
            {spec.columns.map((column) => (
              <Heading column={column} />
            ))}
          </tr>
        </thead>
        <tbody id={bodyId}>
          {rows.map((row) => (
            <>
              <TableRow spec={spec} row={row} />
              <Under spec={spec} row={row} />
            </>
          ))}
        </tbody>
        {hasFoot ? <Foot spec={spec} /> : null}
      </table>
    </div>
  );
}

function Foot<Row>({ spec }: { spec: TableSpec<Row> }) {
  return (
    <tfoot>
      <tr>
        {spec.columns.map((column, index) =>
          index === 0 ? (
            <th scope="row">{column.foot}</th>
          ) : (
            <td data-label={labelOf(spec, column)}>{column.foot}</td>
          ),
        )}
      </tr>
    </tfoot>
  );
}
