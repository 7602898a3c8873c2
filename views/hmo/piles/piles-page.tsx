import type { ComponentChildren } from 'preact';
import type { Moment } from '../../../schema/domain/dates.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import type { PileFigures, PileKey } from '../../../schema/domain/piles/pile.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { DueText } from '../../claims/due-text.tsx';
import { FilterForm } from '../../claims/filter-form.tsx';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { grouped } from '../../ui/grouped.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { FilterChoice } from '../set-filters.ts';
import { PileProgress } from './pile-progress.tsx';
import { type PileShow, shortMonth } from './words.ts';

/** A pile as the list shows it. */
export interface ListedPile extends PileKey, PileFigures {
  facilityName: string;
  /** when the claim is due that has waited longest; null: no clock runs */
  dueAt: Moment | null;
}

export const pileSorts = ['weight', 'due', 'flags'] as const;
export type PileSort = (typeof pileSorts)[number];

/** Which piles are shown and in which order; all of it stands in the address. */
export interface PilesFilter {
  show: 'open' | 'all';
  sort: PileSort;
  month: string;
  facility: string;
  after: string;
}

type PilesPageProps = {
  slug: string;
  currency: string;
  now: Moment;
  filter: PilesFilter;
  facilities: FilterChoice;
  rows: readonly ListedPile[];
  next: string | null;
  /** whether the person may see risk events */
  risk: boolean;
};

const sortWords: Readonly<Record<PileSort, string>> = {
  weight: 'Undecided amount, largest first',
  due: 'Oldest due first',
  flags: 'Flags, most first',
};

/** What stands in the address of a list; what goes without saying is left out. */
function queryOf({ show, sort, month, facility, after }: PilesFilter) {
  return {
    show: show === 'open' ? '' : show,
    sort: sort === 'weight' ? '' : sort,
    month,
    facility,
    after,
  };
}

function Figure({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="figure" href={href}>
      {children}
    </a>
  );
}

function table({ slug, currency, now, risk }: PilesPageProps): TableSpec<ListedPile> {
  const to = paths.staff(slug);
  const sign = currencySign(currency);
  const at = (row: ListedPile, show: PileShow) => to.pile(row, { show });
  const amount = (name: 'claimed' | 'recommended' | 'approved' | 'undecided', show: PileShow) => ({
    label: `${name[0]?.toUpperCase()}${name.slice(1)}, ${sign}`,
    numeric: true,
    cell: (row: ListedPile) => <Figure href={at(row, show)}>{formatMoney(row[name], currency)}</Figure>,
  });
  return {
    phone: 'labels',
    rowId: (row) => `r-${row.facilityId}-${row.month}`,
    columns: [
      {
        label: 'Pile',
        cell: (row) => (
          <a href={to.pile(row)}>
            <bdi>{row.facilityName}</bdi>
          </a>
        ),
      },
      { label: 'Month', cell: (row) => <span class="nowrap">{shortMonth(row.month)}</span> },
      { label: 'Progress', cell: (row) => <PileProgress figures={row} brief /> },
      amount('undecided', 'undecided'),
      amount('claimed', 'all'),
      amount('recommended', 'all'),
      amount('approved', 'decided'),
      {
        label: 'Oldest due',
        cell: (row) =>
          row.dueAt === null ? (
            <span class="mute">{row.open === 0 ? 'all decided' : 'clocks stand'}</span>
          ) : (
            <Figure href={at(row, 'undecided')}>
              <DueText dueAt={row.dueAt} now={now} state="RECEIVED" />
            </Figure>
          ),
      },
      ...(risk
        ? [
            {
              label: 'Flags',
              numeric: true,
              cell: (row: ListedPile) =>
                row.flags === 0 ? (
                  <span class="mute">0</span>
                ) : (
                  <Figure href={at(row, 'flagged')}>{grouped(row.flags)}</Figure>
                ),
            },
          ]
        : []),
    ],
  };
}

function Filters({ slug, filter, facilities, risk }: PilesPageProps) {
  const to = paths.staff(slug);
  const sorts = pileSorts.filter((sort) => risk || sort !== 'flags');
  return (
    <FilterForm action={to.piles()} keep={{ show: filter.show === 'open' ? '' : filter.show }}>
      {'all' in facilities ? (
        <Select
          name="facility"
          label="Facility"
          empty="All facilities"
          options={facilities.all.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.facility}
        />
      ) : (
        <Field name="facility" label="Facility" value={facilities.meant} />
      )}
      <Field name="month" label="Month" type="month" value={filter.month} />
      <Select
        name="sort"
        label="Order"
        options={sorts.map((sort) => ({ value: sort === 'weight' ? '' : sort, label: sortWords[sort] }))}
        value={filter.sort === 'weight' ? '' : filter.sort}
      />
    </FilterForm>
  );
}

function Empty({ slug, filter }: Pick<PilesPageProps, 'slug' | 'filter'>) {
  const to = paths.staff(slug);
  const narrowed = filter.month !== '' || filter.facility !== '';
  return (
    <EmptyState
      title={filter.show === 'open' ? 'Nothing is open in any pile' : 'No pile stands here'}
      action={narrowed ? <a href={to.piles()}>All open piles</a> : <a href={to.claims()}>The queue</a>}
    >
      A pile holds all claims of one facility in one billing month, and appears with the first of them.
    </EmptyState>
  );
}

/** All claims of one facility in one billing month are a pile (claims.md, Piles): where there is most to decide. */
export function PilesPage(props: PilesPageProps) {
  const { slug, filter, rows, next } = props;
  const to = paths.staff(slug);
  const at = (change: Partial<PilesFilter>) => to.piles(queryOf({ ...filter, ...change }));
  return (
    <>
      <PageHeader
        title="Piles"
        lead="All claims of one facility in one billing month. The heaviest has most money undecided."
      />
      <div class="cluster spread">
        <Tabs
          label="Which piles"
          tabs={(['open', 'all'] as const).map((show) => ({
            label: show === 'open' ? 'Open' : 'All',
            href: at({ show, after: '' }),
            current: filter.show === show,
          }))}
        />
        <Filters {...props} />
      </div>
      {rows.length === 0 ? (
        <Empty slug={slug} filter={filter} />
      ) : (
        <Table spec={table(props)} rows={rows} label={`Piles: ${sortWords[filter.sort]}`} />
      )}
      <ListPager after={filter.after} next={next} at={(after) => at({ after })} />
    </>
  );
}
