import {
  allRows,
  type Import,
  type RowOutcome,
  type RowReason,
  rowOutcomes,
} from '../../schema/domain/imports/import.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { grouped } from '../ui/grouped.ts';
import { Pager } from '../ui/pager.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { outcomeWords } from './words.ts';

/** A row as the page shows it. */
export interface ImportRowView {
  n: number;
  line: number;
  cells: readonly string[];
  outcome: RowOutcome | null;
  reasons: readonly RowReason[];
  result: string | null;
}

type ImportRowsProps = {
  slug: string;
  record: Import;
  outcome: RowOutcome | null;
  rows: readonly ImportRowView[];
  after: number;
  next: number | null;
};

const cells_shown = 6;

/** What the file has in a row, as far as it tells one row from another. */
const summary = (cells: readonly string[]) =>
  cells
    .filter((cell) => cell !== '')
    .slice(0, cells_shown)
    .join(' · ');

function Reasons({ reasons, result }: Pick<ImportRowView, 'reasons' | 'result'>) {
  if (reasons.length === 0) return result === null ? null : <bdi>{result}</bdi>;
  return (
    <ul>
      {reasons.map(({ column, message }) => (
        <li>
          {column === '' ? null : (
            <>
              <code>{column}</code>:{' '}
            </>
          )}
          {message}
        </li>
      ))}
    </ul>
  );
}

const table = (isDone: boolean): TableSpec<ImportRowView> => ({
  phone: 'labels',
  columns: [
    { label: 'Line', cell: ({ line }) => `Line ${line}` },
    {
      label: 'Outcome',
      cell: ({ outcome }) =>
        outcome === null ? null : <Badge tone={outcomeWords[outcome].tone}>{wordOf(outcome, isDone)}</Badge>,
    },
    { label: 'Row', muted: true, cell: ({ cells }) => <bdi>{summary(cells)}</bdi> },
    { label: isDone ? 'Why, or what it became' : 'Why', cell: (row) => <Reasons {...row} /> },
  ],
});

const wordOf = (outcome: RowOutcome, isDone: boolean) =>
  isDone ? outcomeWords[outcome].words : outcomeWords[outcome].ahead;

/** The rows of a file, of one outcome or of all, a hundred a page. */
export function ImportRows({ slug, record, outcome, rows, after, next }: ImportRowsProps) {
  const isDone = record.state === 'DONE';
  const counts = isDone ? record.applied : record.checked;
  const at = (query: { outcome?: RowOutcome | null; after?: number }) =>
    paths.staff(slug).import(record.id, query);
  const tabs = [
    { label: 'All', href: at({}), count: allRows(counts), current: outcome === null },
    ...rowOutcomes.map((each) => ({
      label: wordOf(each, isDone),
      href: at({ outcome: each }),
      count: counts[each],
      current: outcome === each,
    })),
  ];
  return (
    <>
      <Tabs label="Rows by outcome" tabs={tabs} />
      {rows.length === 0 ? (
        <Card>
          <EmptyState title="No such row">Choose another outcome above.</EmptyState>
        </Card>
      ) : (
        <Table spec={table(isDone)} rows={rows} label="Rows" loose />
      )}
      {next === null && after === 0 ? null : (
        <Pager
          summary={
            after === 0 ? (
              `Lines ${grouped(rows[0]?.line ?? 0)} to ${grouped(rows.at(-1)?.line ?? 0)}`
            ) : (
              <a href={at({ outcome })}>Back to the first rows</a>
            )
          }
          next={next === null ? undefined : at({ outcome, after: next })}
        />
      )}
    </>
  );
}
