import { type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Checkbox } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { isSameFilter, noFilters, type QueueFilter, queueQuery } from './queue-filter.ts';
import type { FilterChoice, FilterChoices } from './set-filters.ts';

type ChoiceProps = { name: string; label: string; choice: FilterChoice; chosen: string };

function ChoiceFilter({ name, label, choice, chosen }: ChoiceProps) {
  if ('meant' in choice) return <Field name={name} label={label} value={choice.meant} placeholder="All" />;
  const options = choice.all.map(({ id, name: words }) => ({ value: id, label: words }));
  return <Select name={name} label={label} empty="All" value={chosen} options={options} />;
}

export type QueueFiltersProps = {
  slug: string;
  filter: QueueFilter;
  choices: FilterChoices;
  /** risk scores, flags and holds may be seen */
  risk: boolean;
};

/** Views that stand in rank order, and so have every filter. */
const isRanked = ({ view, q }: QueueFilter) => q === '' && view !== 'all' && view !== 'decided';

function RiskFilters({ filter }: { filter: QueueFilter }) {
  return (
    <>
      <Select
        name="risk"
        label="Risk"
        empty="Any"
        value={filter.risk}
        options={[
          { value: '30', label: '30 or more' },
          { value: '60', label: '60 or more' },
        ]}
      />
      <Checkbox name="flagged" label="Flagged" checked={filter.flagged} />
      <Checkbox name="held" label="Held" checked={filter.held} />
    </>
  );
}

/** Narrows the list: which filters there are. */
export function FilterForm({ slug, filter, choices, risk }: QueueFiltersProps) {
  const { view, state, facility, client, plan, due, since } = filter;
  const to = paths.staff(slug);
  const states = openStates.map((each: ClaimState) => ({ value: each, label: stateWords(each) }));
  const dues = [
    { value: 'late', label: 'Late' },
    { value: 'soon', label: 'Due soon' },
  ];
  const none = { ...filter, ...noFilters };
  return (
    <form action={to.claims()} class="stack" aria-label="Filter the list">
      <input type="hidden" name="view" value={view} />
      {since === '' ? null : <input type="hidden" name="since" value={since} />}
      <div class="fields">
        <ChoiceFilter name="facility" label="Facility" choice={choices.facilities} chosen={facility} />
        {isRanked(filter) ? (
          <>
            <ChoiceFilter name="client" label="Client" choice={choices.clients} chosen={client} />
            <ChoiceFilter name="plan" label="Plan" choice={choices.plans} chosen={plan} />
            {view === 'open' || view === 'mine' || view === 'late' ? (
              <Select name="state" label="State" empty="All" value={state} options={states} />
            ) : null}
            {view === 'late' ? null : (
              <Select name="due" label="Due" empty="Any time" value={due} options={dues} />
            )}
            {risk ? <RiskFilters filter={filter} /> : null}
          </>
        ) : null}
      </div>
      <div class="cluster">
        <Button look="primary">Filter</Button>
        {isSameFilter(filter, none) ? null : (
          <ButtonLink href={to.claims(queueQuery({ ...none, after: '' }))}>Clear all</ButtonLink>
        )}
      </div>
    </form>
  );
}
