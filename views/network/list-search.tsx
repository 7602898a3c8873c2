import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';

type ListSearchProps = {
  action: string;
  /** what can be searched for */
  finds: string;
  q: string;
  /** what else stands in the address and stays */
  keep?: Readonly<Record<string, string>> | undefined;
  children?: ComponentChildren;
};

/** A list's search by words, and whatever narrows it besides; all of it stands in the address. */
export function ListSearch({ action, finds, q, keep = {}, children }: ListSearchProps) {
  return (
    <form action={action} class="bar-filter" aria-label="Search the list">
      {Object.entries(keep).map(([name, value]) =>
        value === '' ? null : <input type="hidden" name={name} value={value} />,
      )}
      <Field name="q" type="search" label="Find" placeholder={finds} value={q} maxlength={100} />
      {children}
      <Button>Search</Button>
    </form>
  );
}
