import { type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import { FilterForm } from '../claims/filter-form.tsx';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Select } from '../ui/select.tsx';
import type { QueueView } from './queue-tabs.ts';

/** What of the claims is shown; all of it stands in the address. */
export interface QueueFilter {
  view: QueueView;
  /** within the view `open` */
  state: ClaimState | '';
  facility: string;
  q: string;
  /** the cursor; empty: the first page */
  after: string;
}

/** A filter as it stands in an address: what says nothing is left out. */
export const queueQuery = ({ view, state, facility, q, after }: QueueFilter) => ({
  view: view === 'open' ? null : view,
  state,
  facility,
  q,
  after,
});

type QueueFiltersProps = {
  slug: string;
  filter: QueueFilter;
  facilities: readonly { id: string; name: string }[];
};

/** Narrows the queue to one facility and, among the open claims, to one state. */
export function QueueFilters({ slug, filter, facilities }: QueueFiltersProps) {
  const { view, state, facility } = filter;
  const states = openStates.map((each) => ({ value: each, label: stateWords(each) }));
  return (
    <FilterForm action={paths.staff(slug).claims()} keep={{ view: view === 'open' ? '' : view }}>
      {view === 'open' ? (
        <Select name="state" label="State" empty="All" value={state} options={states} />
      ) : null}
      <Select
        name="facility"
        label="Facility"
        empty="All"
        value={facility}
        options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FilterForm>
  );
}
