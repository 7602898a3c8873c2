import { openStates } from '../../schema/domain/claims/claim.ts';
import { type AgeBand, ageBands, ageBandWords } from '../../schema/domain/dashboard/age-bands.ts';
import {
  type DeskFigures,
  decidedBy,
  dueSoon_hours,
  type OpenState,
  percentOfShare,
  straight_days,
} from '../../schema/domain/dashboard/figures.ts';
import { CountValue } from '../claims/count-value.tsx';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';

type Props = { slug: string; figures: DeskFigures };

/** What presses: late, due soon, waiting for a second person, flagged. */
export function Pressing({ slug, figures, flags }: Props & { flags: { open: number; href: string } | null }) {
  const { late, soon, proposals } = figures;
  const to = paths.staff(slug);
  return (
    <Stats>
      <Stat
        label="Late"
        value={<CountValue name="late" value={late} />}
        href={to.claims({ view: 'late' })}
        note="past their due time"
        {...(late > 0 ? { tone: 'danger' as const } : {})}
      />
      <Stat
        label="Due soon"
        value={<CountValue name="soon" value={soon} />}
        href={to.counted({ figure: 'soon' })}
        note={`within ${dueSoon_hours} working hours`}
        {...(soon > 0 ? { tone: 'warn' as const } : {})}
      />
      <Stat
        label="Proposals"
        value={<CountValue name="proposals" value={proposals} />}
        href={to.counted({ figure: 'proposals' })}
        note="wait for a second person"
      />
      {flags === null ? null : (
        <Stat
          label="Risk flags open"
          value={<CountValue value={flags.open} />}
          href={flags.href}
          note="nobody has looked at"
        />
      )}
    </Stats>
  );
}

type BacklogRow = { state: OpenState; counts: Readonly<Record<AgeBand, number>> };

/** What waits, by state and by when it came in; every figure leads to its claims. */
export function BacklogCard({ slug, figures }: Props) {
  const to = paths.staff(slug);
  const rows = openStates.map((state): BacklogRow => ({ state, counts: figures.backlog[state] }));
  const spec: TableSpec<BacklogRow> = {
    phone: 'labels',
    columns: [
      {
        label: 'State',
        cell: ({ state }) => <a href={to.claims({ state })}>{stateWords(state)}</a>,
      },
      ...ageBands.map((band) => ({
        label: ageBandWords[band],
        numeric: true,
        cell: ({ state, counts }: BacklogRow) => (
          <a href={to.counted({ figure: 'backlog', state, band })}>
            <CountValue name={`${state}-${band}`} value={counts[band]} />
          </a>
        ),
      })),
    ],
  };
  return (
    <Card
      title="Backlog, by the day it came in"
      kind="flush"
      aside={<a href={to.claims()}>The whole queue</a>}
    >
      <Table spec={spec} rows={rows} label="Open claims by state and age" />
    </Card>
  );
}

/** What came in and what was decided. */
export function Flow({ slug, figures }: Props) {
  const to = paths.staff(slug);
  const { received, decided, straightToday, straightMonth } = figures;
  const share = (name: string, value: number) => (
    <>
      <CountValue name={name} value={value} />%
    </>
  );
  return (
    <Stats>
      {(['today', 'week', 'month'] as const).map((since) => (
        <Stat
          label={{ today: 'Received today', week: 'This week', month: 'This month' }[since]}
          value={<CountValue name={`received-${since}`} value={received[since]} />}
          href={to.claims({ view: 'all', since })}
        />
      ))}
      <Stat
        label="Decided today"
        value={<CountValue name="decided" value={decided} />}
        href={to.claims({ view: 'decided', since: 'today' })}
      />
      <Stat
        label="Straight through today"
        value={share('straight-today', percentOfShare(straightToday))}
        href={to.counted({ figure: 'straight', since: 'today' })}
        note="of what was decided"
      />
      <Stat
        label={`In ${straight_days} days`}
        value={share('straight-month', percentOfShare(straightMonth))}
        href={to.counted({ figure: 'straight', since: 'month' })}
        note="straight through"
      />
    </Stats>
  );
}

/** Who decided how much today. */
export function PeopleCard({ slug, figures, names }: Props & { names: ReadonlyMap<string, string> }) {
  const to = paths.staff(slug);
  type Row = DeskFigures['people'][number];
  const spec: TableSpec<Row> = {
    columns: [
      {
        label: 'Person',
        cell: ({ accountId }) => (
          <a href={to.counted({ figure: 'decided', by: accountId })}>
            <bdi>{names.get(accountId) ?? 'An API key'}</bdi>
          </a>
        ),
      },
      {
        label: 'Decisions',
        numeric: true,
        cell: ({ accountId, decisions }) => <CountValue name={decidedBy(accountId)} value={decisions} />,
      },
    ],
  };
  return (
    <Card title="Decided today, by person" kind="flush">
      {figures.people.length === 0 ? (
        <EmptyState title="Nobody has decided a claim today">
          Each person’s decisions appear here, and who needs help with theirs.
        </EmptyState>
      ) : (
        <Table spec={spec} rows={figures.people} label="Decisions today by person" />
      )}
    </Card>
  );
}
