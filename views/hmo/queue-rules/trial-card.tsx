import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { grouped } from '../../ui/grouped.ts';
import { Table, type TableSpec } from '../../ui/table.tsx';

/** A claim of the first page as it would be. */
export interface TriedRow {
  number: string;
  enrolleeName: string;
  facilityName: string;
  /** 1, 2, 3 … as the queue stands; null: beyond those that were looked at */
  before: number | null;
  after: number;
  why: readonly string[];
}

/** How the queue would look under other rules. */
export interface Trial {
  first: readonly TriedRow[];
  /** of the claims that were looked at */
  up: number;
  down: number;
  rules: readonly { name: string; matches: number }[];
  looked: number;
  open: number;
}

const places = (count: number): string => `${grouped(count)} ${count === 1 ? 'place' : 'places'}`;

function moved({ before, after }: TriedRow, looked: number): string {
  if (before === null) return `from beyond ${grouped(looked)}`;
  if (before === after) return 'stays';
  return before > after ? `▲ up ${places(before - after)}` : `▼ down ${places(after - before)}`;
}

const tableOf = (slug: string, looked: number): TableSpec<TriedRow> => ({
  columns: [
    { label: 'Claim', cell: (row) => <a href={paths.staff(slug).claim(row.number)}>{row.number}</a> },
    { label: 'Place', numeric: true, cell: (row) => row.after },
    { label: 'Moves', phone: 'right', cell: (row) => <span class="nowrap">{moved(row, looked)}</span> },
    { label: 'Enrollee', strong: true, cell: (row) => <bdi>{row.enrolleeName}</bdi> },
    { label: 'Facility', muted: true, cell: (row) => <bdi>{row.facilityName}</bdi> },
    { label: 'Why', muted: true, phone: 'hidden', cell: (row) => row.why.join(' · ') },
  ],
});

/** What the rules would do, before they are saved: nothing has changed yet. */
export function TrialCard({ trial, slug }: { trial: Trial; slug: string }) {
  const { first, up, down, rules, looked, open } = trial;
  const all = looked >= open;
  const among = all
    ? `all ${grouped(open)} open claims`
    : `the first ${grouped(looked)} of ${grouped(open)} open claims`;
  return (
    <Card title="How the queue would look" id="trial">
      <p role="status">
        Nothing is saved yet. Of {among}, {grouped(up)} would stand earlier and {grouped(down)} later.
        {all
          ? ''
          : ' Claims further down that a rule for a facility, client or plan would pull up are looked for as well, the first 100 of each.'}
      </p>
      {rules.length === 0 ? null : (
        <ul>
          {rules.map(({ name, matches }) => (
            <li>
              <bdi>{name}</bdi>: matches {grouped(matches)} of {among}
            </li>
          ))}
        </ul>
      )}
      <Table spec={tableOf(slug, looked)} rows={first} label="The first claims as they would stand" />
    </Card>
  );
}
