import type { ComponentChildren } from 'preact';
import { fieldId } from './field.tsx';
import { Checkbox } from './radio-group.tsx';

type CheckGroupProps = {
  name: string;
  label: string;
  choices: readonly { value: string; label: string; note?: string | undefined }[];
  values: readonly string[];
  hint?: ComponentChildren;
  error?: string | undefined;
};

/** Any number of things among few, all in sight. */
export function CheckGroup({ name, label, choices, values, hint, error }: CheckGroupProps) {
  const id = fieldId(name);
  const about = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
  return (
    <fieldset class="rows" id={id} aria-describedby={about.filter(Boolean).join(' ') || undefined}>
      <legend>{label}</legend>
      {hint === undefined ? null : (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div class="deck small">
        {choices.map((choice) => (
          <Checkbox
            name={name}
            value={choice.value}
            label={choice.label}
            note={choice.note}
            checked={values.includes(choice.value)}
          />
        ))}
      </div>
      {error === undefined ? null : (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </fieldset>
  );
}
