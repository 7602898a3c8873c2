import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { fieldId } from '../../ui/field.tsx';
import { type Filled, one } from './entry.ts';

type CodeRowsProps = {
  /** `services`: the rows are `services.0`, `services.1` … */
  name: string;
  label: string;
  hint: string;
  filled: Filled;
  /** address that answers suggestions for a list of this id */
  search: (list: string) => string;
};

/** How many rows of a list stand in an entry, and two to fill in. */
function rowCount(filled: Filled, name: string): number {
  let used = 0;
  for (const field of Object.keys(filled.entry)) {
    const [list, index] = [field.slice(0, name.length), Number(field.slice(name.length + 1))];
    if (
      list === name &&
      field[name.length] === '.' &&
      Number.isInteger(index) &&
      one(filled.entry, field) !== ''
    )
      used = Math.max(used, index + 1);
  }
  return used + 2;
}

/** Codes of services, one a row, each found by typing. Empty rows are left out; more come with every save. */
export function CodeRows({ name, label, hint, filled, search }: CodeRowsProps) {
  const { entry, errors, meanings, found } = filled;
  const rows = Array.from({ length: rowCount(filled, name) }, (_, i) => `${name}.${i}`);
  return (
    <fieldset class="rows" aria-describedby={`${fieldId(name)}-rows-hint`}>
      <legend>{label}</legend>
      <span class="hint" id={`${fieldId(name)}-rows-hint`}>
        {hint}
      </span>
      <div class="fields">
        {rows.map((field, i) => (
          <Combobox
            name={field}
            label={`Service ${i + 1}`}
            value={one(entry, field)}
            meaning={meanings[one(entry, field)]}
            error={errors[field]}
            search={search(`${fieldId(field)}-list`)}
            found={found?.field === field ? found.list : undefined}
          />
        ))}
      </div>
      <div class="cluster">
        <Button name="more" value={name} slim>
          More rows
        </Button>
      </div>
    </fieldset>
  );
}
