import { paths } from '../paths.ts';
import { Fetched } from '../ui/fetched.tsx';
import { type QueueFilter, queueQuery } from './queue-filter.ts';
import { type FilterNames, setFilters } from './set-filters.ts';

type DropProps = { label: string; href: string; leads: string };

function Drop({ label, href, leads }: DropProps) {
  return (
    <details class="drop" name="queue-drop">
      <summary>{label}</summary>
      <Fetched href={href}>{leads}</Fetched>
    </details>
  );
}

type QueueDropsProps = { slug: string; filter: QueueFilter; names: FilterNames };

/**
 * Which filters are set, each with the way to take it off; and what narrows the list further or keeps what is shown. Their
 * forms are fetched when they are opened: most who see the queue work it as it stands.
 */
export function QueueDrops({ slug, filter, names }: QueueDropsProps) {
  const to = paths.staff(slug);
  const query = queueQuery({ ...filter, after: '' });
  return (
    <div class="cluster">
      {setFilters(filter, names).map(({ words, without }) => (
        <a class="chip" href={to.claims(queueQuery(without))} aria-label={`Take off the filter ${words}`}>
          <bdi>{words}</bdi> ×
        </a>
      ))}
      <Drop label="Filter" href={to.claimFilters(query)} leads="Filter the list" />
      <Drop label="Views" href={to.claimFilters({ ...query, part: 'views' })} leads="Save what is shown" />
    </div>
  );
}
