import type { ComponentChildren, FormHTMLAttributes } from 'preact';
import { fieldId } from './field.tsx';

/** What was refused: by field name, or '' for the form as a whole. */
export type FormErrors = Readonly<Record<string, string>>;

type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'method' | 'class'> & {
  action: string;
  /** Makes a repeat harmless: the same id happens once. Left out for forms that only search. */
  commandId?: string | undefined;
  method?: 'get' | 'post' | undefined;
  errors?: FormErrors | undefined;
  /** Begins the summary of what was refused. */
  refused?: string | undefined;
  inline?: boolean | undefined;
  children: ComponentChildren;
};

/** Every refused field with its reason, each a link to its field. */
function ErrorSummary({ errors, title }: { errors: FormErrors; title: string }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="notice danger" role="alert">
      <b>{title}</b>
      <ul>
        {entries.map(([name, text]) => (
          <li>{name === '' ? text : <a href={`#${fieldId(name)}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** A form that works without script; three quick submits are one. The server checks every field at once. */
export function Form({
  action,
  commandId,
  method = 'post',
  errors,
  refused = 'Not saved.',
  inline,
  children,
  ...rest
}: FormProps) {
  return (
    <form
      noValidate
      {...rest}
      action={action}
      method={method}
      class={inline === true ? 'inline' : undefined}
      hx-sync="this:drop"
    >
      {errors === undefined ? null : <ErrorSummary errors={errors} title={refused} />}
      {commandId === undefined ? null : <input type="hidden" name="command_id" value={commandId} />}
      {children}
    </form>
  );
}

/** Whether a field is the first refused one, and so takes the focus. */
export function firstBad(errors: FormErrors | undefined, name: string): boolean {
  return errors !== undefined && Object.keys(errors).find((key) => key !== '') === name;
}

/** First in a form with several buttons: Enter in a field saves, and does not press whichever button stands first. */
export function EnterSaves() {
  return (
    <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true">
      Save
    </button>
  );
}

/** Fields side by side where there is room. */
export function Fields({ children }: { children: ComponentChildren }) {
  return <div class="fields">{children}</div>;
}

/** The buttons that end a form; `plainly`: the main one no wider than its words, in a wide form. */
export function Actions({ plainly, children }: { plainly?: boolean; children: ComponentChildren }) {
  return <div class={plainly === true ? 'actions plainly' : 'actions'}>{children}</div>;
}

/** Where a form with `data-autosave` says when it was saved. */
export function SavedNote() {
  return <p class="saved if-script" role="status" data-saved />;
}
