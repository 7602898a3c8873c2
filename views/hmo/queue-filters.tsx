import { type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import { stateWords } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Checkbox } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { type QueueFilter, queueQuery } from './queue-filter.ts';

/** All there is where they are few; where they are many, the name of the one that is meant, or nothing. */
export type FilterChoice = { all: readonly { id: string; name: string }[] } | { meant: string };

/** What the filters can be set to. */
export interface FilterChoices {
  facilities: FilterChoice;
  clients: FilterChoice;
  plans: FilterChoice;
}

type ChoiceProps = { name: string; label: string; choice: FilterChoice; chosen: string };

function ChoiceFilter({ name, label, choice, chosen }: ChoiceProps) {
  if ('meant' in choice) return <Field name={name} label={label} value={choice.meant} placeholder="All" />;
  const options = choice.all.map(({ id, name: words }) => ({ value: id, label: words }));
  return <Select name={name} label={label} empty="All" value={chosen} options={options} />;
}

const nameIn = (choice: FilterChoice, id: string) =>
  'meant' in choice ? choice.meant || id : (choice.all.find((each) => each.id === id)?.name ?? id);

/** Each filter that is set, in words, and the filter without it. */
function setFilters(filter: QueueFilter, choices: FilterChoices): { words: string; without: QueueFilter }[] {
  const chip = (words: string, without: Partial<QueueFilter>) => ({
    words,
    without: { ...filter, ...without, after: '' },
  });
  return [
    filter.state === '' ? [] : [chip(stateWords(filter.state), { state: '' })],
    filter.facility === '' ? [] : [chip(nameIn(choices.facilities, filter.facility), { facility: '' })],
    filter.client === '' ? [] : [chip(nameIn(choices.clients, filter.client), { client: '' })],
    filter.plan === '' ? [] : [chip(`Plan ${nameIn(choices.plans, filter.plan)}`, { plan: '' })],
    filter.risk === '' ? [] : [chip(`Risk ${filter.risk} or more`, { risk: '' })],
    filter.due === '' ? [] : [chip(filter.due === 'late' ? 'Late' : 'Due soon', { due: '' })],
    filter.held ? [chip('Held', { held: false })] : [],
    filter.flagged ? [chip('Flagged', { flagged: false })] : [],
  ].flat();
}

type QueueFiltersProps = {
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

/** Narrows the list: which filters there are, which are set, and how to take one off again. */
export function QueueFilters({ slug, filter, choices, risk }: QueueFiltersProps) {
  const { view, state, facility, client, plan, due, since } = filter;
  const to = paths.staff(slug);
  const states = openStates.map((each: ClaimState) => ({ value: each, label: stateWords(each) }));
  const dues = [
    { value: 'late', label: 'Late' },
    { value: 'soon', label: 'Due soon' },
  ];
  const chips = setFilters(filter, choices);
  const none = { ...filter, ...noFilters, after: '' };
  return (
    <div class="cluster">
      {chips.map(({ words, without }) => (
        <a class="chip" href={to.claims(queueQuery(without))} aria-label={`Take off the filter ${words}`}>
          <bdi>{words}</bdi> ×
        </a>
      ))}
      <details class="drop" name="queue-drop">
        <summary>Filter</summary>
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
            {chips.length === 0 ? null : (
              <ButtonLink href={to.claims(queueQuery(none))}>Clear all</ButtonLink>
            )}
          </div>
        </form>
      </details>
    </div>
  );
}

const noFilters = {
  state: '',
  facility: '',
  client: '',
  plan: '',
  risk: '',
  due: '',
  held: false,
  flagged: false,
} as const;
