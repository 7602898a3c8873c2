import { controlProps, FieldBox, type FieldFrame } from './field.tsx';

type Option = { value: string; label: string; disabled?: boolean | undefined };
type OptionGroup = { group: string; options: readonly Option[] };

type SelectProps = FieldFrame & {
  options: readonly (Option | OptionGroup)[];
  value?: string | undefined;
  /** The first, empty choice, in words; left out when a value is always chosen. */
  empty?: string | undefined;
  required?: boolean | undefined;
  keys?: string | undefined;
};

function Choice({ option, value }: { option: Option; value: string | undefined }) {
  return (
    <option value={option.value} selected={option.value === value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

/** One of several values. */
export function Select({ options, value, empty, required, keys, ...frame }: SelectProps) {
  return (
    <FieldBox frame={frame}>
      <select {...controlProps(frame)} required={required} aria-keyshortcuts={keys}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((item) =>
          'group' in item ? (
            <optgroup label={item.group}>
              {item.options.map((option) => (
                <Choice option={option} value={value} />
              ))}
            </optgroup>
          ) : (
            <Choice option={item} value={value} />
          ),
        )}
      </select>
    </FieldBox>
  );
}
