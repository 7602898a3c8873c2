import type { DeskFigures } from '../../schema/domain/dashboard/figures.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Table } from '../ui/table.tsx';
import { BacklogCard, Flow, PeopleCard, Pressing } from './dashboard-figures.tsx';
import { type QueueRow, queueTable } from './queue-row.tsx';

type DashboardProps = {
  slug: string;
  name: string;
  currency: string;
  now: number;
  figures: DeskFigures;
  /** names of those who decided today, by account */
  names: ReadonlyMap<string, string>;
  /** risk events that nobody has disposed of; null: this person sees none */
  flags: { open: number; href: string } | null;
  /** where the heaviest piles stand; null: this person sees none */
  piles: string | null;
  oldest: readonly QueueRow[];
};

/** What presses, what waits, what came in and who decided it: each number a link to what it counts. */
export function DashboardPage(props: DashboardProps) {
  const { slug, name, currency, now, oldest, piles } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="Dashboard"
        lead={<bdi>{name}</bdi>}
        actions={piles === null ? undefined : <a href={piles}>The heaviest piles</a>}
      />
      <section class="stack" aria-labelledby="pressing">
        <h2 id="pressing">What presses</h2>
        <Pressing {...props} />
      </section>
      <section class="stack" aria-labelledby="flow">
        <h2 id="flow">Received and decided</h2>
        <Flow {...props} />
      </section>
      <div class="split">
        <div class="stack">
          <BacklogCard {...props} />
          <Card title="Most urgent" kind="flush" aside={<a href={to.claims()}>The whole queue</a>}>
            {oldest.length === 0 ? (
              <EmptyState title="Nothing waits">Claims appear here as facilities submit them.</EmptyState>
            ) : (
              <Table
                spec={queueTable({ slug, currency, now })}
                rows={oldest}
                label="The most urgent claims"
              />
            )}
          </Card>
        </div>
        <aside class="after" aria-label="Who decided">
          <PeopleCard {...props} />
        </aside>
      </div>
    </>
  );
}
