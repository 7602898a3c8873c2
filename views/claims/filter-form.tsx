import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';

type FilterFormProps = {
  action: string;
  children: ComponentChildren;
  keep: Readonly<Record<string, string>>;
};

/** A list's filters, kept in the address. `keep` is what else stands there. */
export function FilterForm({ action, children, keep }: FilterFormProps) {
  return (
    <form action={action} class="bar-filter" aria-label="Filter the list">
      {Object.entries(keep).map(([name, value]) =>
        value === '' ? null : <input type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button>Filter</Button>
    </form>
  );
}
