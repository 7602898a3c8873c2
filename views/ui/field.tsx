import type { ComponentChildren } from 'preact';

export type FieldFrame = {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** Why the value was refused and what to do. */
  error?: string | undefined;
  optional?: boolean | undefined;
  /** The first bad field of a form takes the focus, with and without script. */
  autofocus?: boolean | undefined;
  /** Spans every column of a `fields` grid. */
  full?: boolean | undefined;
  /** Where two forms of one page share a name. */
  id?: string | undefined;
};

/** `lines.0.amount` → `f-lines-0-amount`: the id of the control that bears a name. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}

/** What ties a control to its label, hint and error. */
export function controlProps(frame: FieldFrame) {
  const id = frame.id ?? fieldId(frame.name);
  const about = [
    frame.hint === undefined ? '' : `${id}-hint`,
    frame.error === undefined ? '' : `${id}-error`,
  ];
  return {
    id,
    name: frame.name,
    autofocus: frame.autofocus === true ? true : undefined,
    'aria-invalid': frame.error === undefined ? undefined : ('true' as const),
    'aria-describedby': about.filter(Boolean).join(' ') || undefined,
  };
}

/** Label, hint and error around one control. */
export function FieldBox({ frame, children }: { frame: FieldFrame; children: ComponentChildren }) {
  const id = frame.id ?? fieldId(frame.name);
  return (
    <div class={frame.full === true ? 'field full' : 'field'}>
      <label for={id}>
        {frame.label}
        {frame.optional === true ? <span class="optional"> (optional)</span> : null}
      </label>
      {children}
      {frame.hint === undefined ? null : (
        <span class="hint" id={`${id}-hint`}>
          {frame.hint}
        </span>
      )}
      {frame.error === undefined ? null : (
        <span class="error" id={`${id}-error`}>
          {frame.error}
        </span>
      )}
    </div>
  );
}

type InputProps = {
  type?:
    | 'text'
    | 'email'
    | 'password'
    | 'tel'
    | 'url'
    | 'search'
    | 'number'
    | 'date'
    | 'month'
    | 'time'
    | 'datetime-local'
    | 'file';
  value?: string | number | undefined;
  inputmode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | undefined;
  autocomplete?: string | undefined;
  placeholder?: string | undefined;
  accept?: string | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  maxlength?: number | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  readonly?: boolean | undefined;
  multiple?: boolean | undefined;
  /** Figures to the right; a phone shows its number keys. */
  amount?: boolean | undefined;
};

const AMOUNT = { class: 'amount', inputmode: 'decimal', autocomplete: 'off' } as const;

/** A one-line field. Attributes with a hyphen (`data-…`, `hx-…`, `aria-…`) reach the input. */
export function Field(props: FieldFrame & InputProps) {
  const { name, label, hint, error, optional, autofocus, full, id, amount, type = 'text', ...input } = props;
  const frame: FieldFrame = { name, label, hint, error, optional, autofocus, full, id };
  const figures = amount === true ? AMOUNT : {};
  return (
    <FieldBox frame={frame}>
      <input type={type as 'text'} {...figures} {...input} {...controlProps(frame)} />
    </FieldBox>
  );
}
