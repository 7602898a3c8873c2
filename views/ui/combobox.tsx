import { Button } from './button.tsx';
import { controlProps, FieldBox, type FieldFrame } from './field.tsx';

export type Suggestion = { value: string; label: string; note?: string | undefined };

type ComboboxProps = FieldFrame & {
  value?: string | undefined;
  /** What the chosen code means, shown under the field. */
  meaning?: string | undefined;
  /** Answers `?q=` with a SuggestionList. */
  search: string;
  /** Found without script: the form was sent with its search button. */
  found?: readonly Suggestion[] | undefined;
};

/**
 * A code with search. With script: suggestions while typing, chosen with the arrow keys. Without: the search button sends
 * the form with `search=<name>`; the page answers with `found`, whose buttons send `pick=<name>=<value>`.
 */
export function Combobox({ value, meaning, search, found, ...frame }: ComboboxProps) {
  const control = controlProps(frame);
  const list = `${control.id}-list`;
  return (
    <FieldBox frame={frame}>
      <div class="combo">
        <input
          {...control}
          type="text"
          role="combobox"
          value={value}
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded="false"
          aria-controls={list}
          hx-get={search}
          hx-target={`#${list}`}
          hx-swap="innerHTML"
          hx-trigger="input changed delay:200ms"
          hx-sync="this:replace"
        />
        <div id={list} role="listbox" aria-label="Suggestions" />
      </div>
      <output class="hint" for={control.id}>
        {meaning}
      </output>
      <span class="if-plain">
        <Button name="search" value={frame.name} slim>
          Search
        </Button>
      </span>
      {found === undefined ? null : <Found name={frame.name} found={found} />}
    </FieldBox>
  );
}

function Found({ name, found }: { name: string; found: readonly Suggestion[] }) {
  return (
    <ul class="if-plain">
      {found.map((item) => (
        <li>
          <Button name="pick" value={`${name}=${item.value}`} look="quiet" slim>
            {item.value} {item.label}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What the search address answers: the options of a Combobox. `of` is the id of its list. */
export function SuggestionList({ of, found }: { of: string; found: readonly Suggestion[] }) {
  return (
    <>
      {found.map((item, index) => (
        <div
          role="option"
          tabIndex={-1}
          id={`${of}-${index}`}
          aria-selected="false"
          data-value={item.value}
          data-meaning={item.label}
        >
          <b>{item.value}</b>
          <span>{item.label}</span>
          {item.note === undefined ? null : <small class="mute">{item.note}</small>}
        </div>
      ))}
    </>
  );
}
