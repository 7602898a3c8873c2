import { type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import { FilterForm } from '../claims/filter-form.tsx';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import type { Period } from './periods.ts';
import type { QueueView } from './queue-tabs.ts';

/** What of the claims is shown; all of it stands in the address. */
export interface QueueFilter {
  view: QueueView;
  /** within the view `open` */
  state: ClaimState | '';
  facility: string;
  /** within the views `all` (received) and `decided` */
  since: Period | '';
  q: string;
  /** the cursor; empty: the first page */
  after: string;
}

/** A filter as it stands in an address: what says nothing is left out. */
export const queueQuery = ({ view, state, facility, since, q, after }: QueueFilter) => ({
  view: view === 'open' ? null : view,
  state,
  facility,
  since,
  q,
  after,
});

/** Every facility where they are few; where they are many, the name of the one that is meant, or nothing. */
export type FacilityChoice = { all: readonly { id: string; name: string }[] } | { meant: string };

function FacilityFilter({ choice, chosen }: { choice: FacilityChoice; chosen: string }) {
  if ('meant' in choice)
    return <Field name="facility" label="Facility" value={choice.meant} placeholder="All" />;
  const options = choice.all.map(({ id, name }) => ({ value: id, label: name }));
  return <Select name="facility" label="Facility" empty="All" value={chosen} options={options} />;
}

type QueueFiltersProps = { slug: string; filter: QueueFilter; facilities: FacilityChoice };

/** Narrows the queue to one facility and, among the open claims, to one state. */
export function QueueFilters({ slug, filter, facilities }: QueueFiltersProps) {
  const { view, state, facility } = filter;
  const states = openStates.map((each) => ({ value: each, label: stateWords(each) }));
  return (
    <FilterForm action={paths.staff(slug).claims()} keep={{ view: view === 'open' ? '' : view }}>
      {view === 'open' ? (
        <Select name="state" label="State" empty="All" value={state} options={states} />
      ) : null}
      <FacilityFilter choice={facilities} chosen={facility} />
    </FilterForm>
  );
}
