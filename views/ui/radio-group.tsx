import type { ComponentChildren } from 'preact';
import { fieldId } from './field.tsx';
import { KeyHint } from './key-hint.tsx';

export type Choice = { value: string; label: string; keys?: string | undefined; note?: string | undefined };

type RadioGroupProps = {
  name: string;
  label: string;
  choices: readonly Choice[];
  value?: string | undefined;
  error?: string | undefined;
  autofocus?: boolean | undefined;
  /** Two to four short choices side by side. */
  segments?: boolean | undefined;
};

/** One choice among few, all in sight. */
export function RadioGroup({
  name,
  label,
  choices,
  value,
  error,
  autofocus,
  segments = false,
}: RadioGroupProps) {
  const id = fieldId(name);
  const bad = error === undefined ? undefined : `${id}-error`;
  return (
    <fieldset id={id} aria-describedby={bad}>
      <legend>{label}</legend>
      <div class={segments ? 'segments' : 'choices'}>
        {choices.map((choice, index) => (
          <label class={segments ? undefined : 'check'}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              autofocus={autofocus === true && index === 0 ? true : undefined}
              aria-keyshortcuts={choice.keys}
            />
            <span>
              {choice.label}
              {choice.note === undefined ? null : <small>{choice.note}</small>}
            </span>
            {choice.keys === undefined ? null : <KeyHint keys={choice.keys} />}
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <span class="error" id={bad}>
          {error}
        </span>
      )}
    </fieldset>
  );
}

type CheckboxProps = {
  name: string;
  label: ComponentChildren;
  value?: string | undefined;
  checked?: boolean | undefined;
  note?: string | undefined;
};

/** One thing that is so or not. */
export function Checkbox({ name, label, value = '1', checked, note }: CheckboxProps) {
  return (
    <label class="check">
      <input type="checkbox" name={name} value={value} checked={checked} />
      <span>
        {label}
        {note === undefined ? null : <small>{note}</small>}
      </span>
    </label>
  );
}
