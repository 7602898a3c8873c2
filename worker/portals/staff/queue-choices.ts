import type { SavedViews } from '../../../schema/domain/claims/saved-views.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { QueueFilter } from '../../../views/hmo/queue-filter.ts';
import type { FilterChoice, FilterChoices } from '../../../views/hmo/set-filters.ts';
import type { Database } from '../../queries/database.ts';
import { facilityMeant } from '../../queries/facility-meant.ts';
import { clientMeant, queueChoices } from '../../queries/queue-choices.ts';
import { filterFor } from './queue-filter.ts';

/** More than this are not listed in every page: one of them is typed. */
const listed_max = 40;

/** Nothing has this id: a filter that means nobody finds nothing. */
const nobody = 'none';

type Meant = { id: string; name: string };

/** What can be chosen, and which one the filter means: chosen from the list, or typed. */
async function choiceOf(
  all: readonly Meant[],
  said: string,
  find: (said: string) => Promise<Meant | null>,
): Promise<{ choice: FilterChoice; id: string }> {
  const listed = all.find(({ id }) => id === said);
  const meant = said === '' || listed ? (listed ?? null) : await find(said);
  const id = said === '' ? '' : (meant?.id ?? nobody);
  return { choice: all.length > listed_max ? { meant: meant?.name ?? said } : { all }, id };
}

/** A code that stands in no table finds the claims that name it all the same. */
const byCode = (typed: string): Meant => ({ id: typed.toUpperCase(), name: typed.toUpperCase() });

/** What the queue is to show, and what can be chosen instead. */
export interface Chosen {
  filter: QueueFilter;
  choices: FilterChoices;
  saved: SavedViews;
}

/** The filter as it is meant: names as ids, and what the person chose to open with where the address says nothing. */
export async function chosenFilter(
  db: Database,
  who: Pick<Principal, 'id' | 'permissions'>,
  said: QueueFilter | null,
): Promise<Chosen> {
  const found = await queueChoices(db, who.id, listed_max + 1);
  const { saved } = found;
  const opensWith = saved.views.find(({ id }) => id === saved.defaultId)?.query ?? '';
  const filter = said ?? filterFor(who, Object.fromEntries(new URLSearchParams(opensWith)));
  const [facility, client, plan] = await Promise.all([
    choiceOf(found.facilities, filter.facility, (typed) => facilityMeant(db, typed)),
    choiceOf(found.clients, filter.client, async (typed) => (await clientMeant(db, typed)) ?? byCode(typed)),
    choiceOf(found.plans, filter.plan, async (typed) => byCode(typed)),
  ]);
  return {
    filter: { ...filter, facility: facility.id, client: client.id, plan: plan.id },
    choices: { facilities: facility.choice, clients: client.choice, plans: plan.choice },
    saved,
  };
}

/** Whether both ask for the same claims. */
export const isSameQuestion = (a: QueueFilter, b: QueueFilter): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
