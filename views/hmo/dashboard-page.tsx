import { type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { CountValue } from '../claims/count-value.tsx';
import { DueText } from '../claims/due-text.tsx';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { Table } from '../ui/table.tsx';
import { type QueueRow, queueTable } from './queue-row.tsx';

type DashboardProps = {
  slug: string;
  name: string;
  currency: string;
  now: number;
  /** claims and amount per state, over all facilities */
  byState: Readonly<Record<ClaimState, { claims: number; claimed: number }>>;
  late: number;
  received: { today: number; week: number; month: number };
  decidedToday: { count: number; atLeast: boolean };
  /** when the most urgent claim of each open state is due */
  due: Readonly<Partial<Record<ClaimState, Moment | null>>>;
  oldest: readonly QueueRow[];
};

function Backlog({ slug, currency, now, byState, late, due }: DashboardProps) {
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
      {openStates.map((state) => (
        <Stat
          label={stateWords(state)}
          value={<CountValue name={state} value={byState[state].claims} />}
          href={to.claims({ state })}
          note={
            <>
              {formatMoney(byState[state].claimed, currency, { symbol: true })}
              {due[state] == null || state === 'QUERIED' ? null : (
                <>
                  <br />
                  most urgent <DueText dueAt={due[state]} now={now} state={state} />
                </>
              )}
            </>
          }
        />
      ))}
    </Stats>
  );
}

/** What came in, what waits and what is late, each number a link to what it counts. */
export function DashboardPage(props: DashboardProps) {
  const { slug, name, currency, now, received, decidedToday, oldest } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader title="Dashboard" lead={<bdi>{name}</bdi>} />
      <section class="stack" aria-labelledby="backlog">
        <h2 id="backlog">Backlog</h2>
        <Backlog {...props} />
      </section>
      <section class="stack" aria-labelledby="flow">
        <h2 id="flow">Received and decided</h2>
        <Stats>
          <Stat
            label="Today"
            value={<CountValue value={received.today} />}
            href={to.claims({ view: 'all', since: 'today' })}
          />
          <Stat
            label="This week"
            value={<CountValue value={received.week} />}
            href={to.claims({ view: 'all', since: 'week' })}
          />
          <Stat
            label="This month"
            value={<CountValue value={received.month} />}
            href={to.claims({ view: 'all', since: 'month' })}
          />
          <Stat
            label="Decided today"
            value={
              <>
                <CountValue value={decidedToday.count} />
                {decidedToday.atLeast ? '+' : ''}
              </>
            }
            href={to.claims({ view: 'decided', since: 'today' })}
          />
        </Stats>
      </section>
      <Card title="Most urgent" kind="flush" aside={<a href={to.claims()}>The whole queue</a>}>
        {oldest.length === 0 ? (
          <EmptyState title="Nothing waits">Claims appear here as facilities submit them.</EmptyState>
        ) : (
          <Table spec={queueTable({ slug, currency, now })} rows={oldest} label="The most urgent claims" />
        )}
      </Card>
    </>
  );
}
