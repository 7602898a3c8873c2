import type { QueueFilter } from '../../../views/hmo/queue-filter.ts';
import type { FilterNames } from '../../../views/hmo/set-filters.ts';
import type { Database } from '../../queries/database.ts';
import { filterMeantRow } from '../../queries/filter-meant.ts';
import { type Named, namedIn } from '../../queries/named.ts';

/** Nothing has this id: a filter that means nobody finds nothing. */
export const nobody = 'none';

/** A filter with ids where words were typed, and what they are called. */
export interface FilterMeaning {
  filter: QueueFilter;
  names: FilterNames;
}

type MeantRow = Awaited<ReturnType<typeof filterMeantRow>>[number];

/** A code that stands in no table finds the claims that name it all the same. */
const byCode = (typed: string): Named => ({ id: typed.toUpperCase(), name: typed.toUpperCase() });

/** What a filter means by the row that was read of it. */
export function meaningOf(said: QueueFilter, row: MeantRow | undefined): FilterMeaning {
  const facility = namedIn(row?.facility) ?? { id: said.facility && nobody, name: said.facility };
  const client = namedIn(row?.client) ?? byCode(said.client);
  const plan = namedIn(row?.plan) ?? byCode(said.plan);
  return {
    filter: { ...said, facility: facility.id, client: client.id, plan: plan.id },
    names: { facility: facility.name, client: client.name, plan: plan.name },
  };
}

/** What a filter means: its words as ids, and how these are called. */
export async function filterMeaning(db: Database, said: QueueFilter): Promise<FilterMeaning> {
  const [row] = await filterMeantRow(db, said);
  return meaningOf(said, row);
}
